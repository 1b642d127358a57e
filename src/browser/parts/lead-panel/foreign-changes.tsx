import { useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import { useLeadValueText } from '../lead/lead-value-text.ts'
import { lookAgain, type Sight } from './foreign.ts'

interface ForeignChangesProps {
  readonly lead: Lead
  /** Somebody edits in place, or has writes under way: then a change by others must not pass unseen. */
  readonly isBusy: boolean
  readonly writes: readonly OwnWrite[]
}

export function ForeignChanges({ lead, isBusy, writes }: ForeignChangesProps) {
  const [sight, setSight] = useState<Sight>({ seen: lead, told: [] })
  const valueText = useLeadValueText()
  const next = lookAgain(sight, lead, isBusy, writes)
  if (next !== sight) setSight(next)
  return (
    <div role="status" className="bg-warn-soft">
      {next.told.length > 0 && (
        <div className="flex items-start justify-between gap-3 px-5 py-3">
          <ul className="flex min-w-0 flex-col gap-1">
            {next.told.map(({ field, from, to }) => (
              <li key={field} className="wrap-anywhere">
                <strong className="font-semibold">{m.lead_panel_foreign({ field: fieldWord(field) })}</strong>{' '}
                {field === 'notes'
                  ? m.lead_panel_foreign_notes()
                  : m.lead_panel_foreign_values({ from: valueText(field, from), to: valueText(field, to) })}
              </li>
            ))}
          </ul>
          <IconButton label={m.dismiss()} className="-my-1" onClick={() => setSight({ ...next, told: [] })}>
            <Icon name="close" />
          </IconButton>
        </div>
      )}
    </div>
  )
}
