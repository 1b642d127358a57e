import { Link } from 'react-router'
import { useDisplay } from '#parts/display.tsx'
import { CopyButton } from '#parts/lead-panel/copy-button.tsx'
import * as m from '#words/m.ts'

/** The leads a ticket is about, by id, each a way to it. */
export function TicketLeads({ ids }: { readonly ids: readonly string[] }) {
  const { numbers } = useDisplay()
  if (ids.length === 0) return null
  const count = ids.length === 1 ? m.support_lead_one() : m.support_leads({ n: numbers.count(ids.length) })
  return (
    <details className="min-w-0">
      <summary className="w-fit pointer-coarse:py-2">{count}</summary>
      <ul className="flex flex-col gap-0.5 py-1">
        {ids.map((id) => (
          <li key={id}>
            <Link
              to={`/leads/${encodeURIComponent(id)}`}
              className="tabular inline-flex min-h-6 items-center text-accent hover:underline"
            >
              {id}
            </Link>
          </li>
        ))}
        <li>
          <CopyButton text={ids.join('\n')} label={count} />
        </li>
      </ul>
    </details>
  )
}
