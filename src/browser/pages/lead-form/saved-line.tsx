import { Link } from 'react-router'
import type { Lead } from '#contract/lead.ts'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'

/** After "Save and new": the lead that was made, to be opened without leaving anything behind. */
export function SavedLine({ lead }: { readonly lead: Lead | null }) {
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-4 rounded bg-good-soft px-4 py-2 empty:hidden">
      {lead !== null && (
        <>
          <span className="min-w-0 wrap-anywhere">{m.lead_form_saved_last({ name: leadName(lead) })}</span>
          <Link
            to={`/leads/${encodeURIComponent(lead.id)}`}
            className="flex min-h-6 items-center font-medium text-accent hover:underline pointer-coarse:min-h-11"
          >
            {m.lead_form_saved_open()}
            <span className="sr-only"> {leadName(lead)}</span>
          </Link>
        </>
      )}
    </p>
  )
}
