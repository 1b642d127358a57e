import { Link } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { useDisplay } from '#parts/display.tsx'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { useNow } from '#parts/use-now.ts'
import { Card } from '#ui/card.tsx'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'

interface TwinCardProps {
  readonly of: 'phone' | 'email'
  /** Other leads that have it; with none there is no card. */
  readonly leads: readonly Lead[]
  readonly className?: string
}

/** Leads that have the same phone or e-mail already. Opening one keeps what was typed; saving stays possible. */
export function TwinCard({ of, leads, className }: TwinCardProps) {
  if (leads.length === 0) return null
  return (
    <Card title={of === 'phone' ? m.lead_form_twin_phone() : m.lead_form_twin_email()} className={className}>
      <ul>
        {leads.map((lead) => (
          <TwinRow key={lead.id} lead={lead} />
        ))}
      </ul>
    </Card>
  )
}

function TwinRow({ lead }: { readonly lead: Lead }) {
  const { dates } = useDisplay()
  const now = useNow(60_000)
  const name = leadName(lead)
  return (
    <li className="flex flex-col gap-0.5 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0">
      <span className="line-clamp-2 wrap-anywhere" title={name} dir="auto">
        {name}
      </span>
      <span className="flex min-w-0 items-center justify-between gap-3 text-ink-2">
        <StatusMark status={lead.status} />
        <span className="tabular shrink-0 text-ink-3">{dates.ago(lead.createdAt, now)}</span>
      </span>
      <Link
        to={`/leads/${encodeURIComponent(lead.id)}`}
        className="flex min-h-6 items-center self-start font-medium text-accent hover:underline pointer-coarse:min-h-11"
      >
        {m.lead_form_twin_open()}
        <span className="sr-only"> {name}</span>
      </Link>
    </li>
  )
}
