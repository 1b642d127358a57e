import { useEffect, useEffectEvent, useRef } from 'react'
import type { LeadField } from '#contract/lead.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import { useLeadValueText } from './lead-value-text.ts'

type Value = string | number | null | undefined

export interface FieldConflict {
  readonly field: LeadField
  readonly yours: Value
  readonly theirs: Value
  readonly before: Value
}

interface ConflictListProps {
  readonly conflicts: readonly FieldConflict[]
  readonly onKeepMine: (field: LeadField) => void
  readonly onTakeTheirs: (field: LeadField) => void
  /** Leaves the focus to who is typing: letters beside a box would be single keys. */
  readonly sparesTyping?: boolean
}

/** What somebody else changed meanwhile, value beside value; each is decided by itself and nothing typed is lost. */
export function ConflictList({ conflicts, onKeepMine, onTakeTheirs, sparesTyping = false }: ConflictListProps) {
  const valueText = useLeadValueText()
  const box = useRef<HTMLDivElement>(null)
  // The form may be scrolled far below: what must be decided comes into sight, and the keyboard with it.
  const begin = useEffectEvent(() => {
    if (!sparesTyping || document.activeElement?.matches('input, textarea, select') !== true) box.current?.focus()
  })
  useEffect(() => begin(), [])
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex flex-col gap-4 rounded-lg border border-line-strong bg-surface p-4"
    >
      <h2 className="text-sm font-semibold">{m.lead_form_conflict_title()}</h2>
      {conflicts.map(({ field, yours, theirs, before }) => (
        <section key={field} className="flex flex-col gap-2 border-t border-line pt-3">
          <p>{m.failure_conflict({ who: m.failure_conflict_who(), field: fieldWord(field) })}</p>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            <Row term={m.failure_conflict_yours()} text={valueText(field, yours)} isStrong />
            <Row term={m.failure_conflict_theirs()} text={valueText(field, theirs)} isStrong />
            <Row term={m.failure_conflict_before()} text={valueText(field, before)} />
          </dl>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => onKeepMine(field)}>{m.lead_form_conflict_mine()}</Button>
            <Button onClick={() => onTakeTheirs(field)}>{m.lead_form_conflict_theirs()}</Button>
          </div>
        </section>
      ))}
    </div>
  )
}

function Row({ term, text, isStrong }: { readonly term: string; readonly text: string; readonly isStrong?: boolean }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd
        className={
          isStrong ? 'max-h-40 overflow-y-auto font-medium whitespace-pre-wrap' : 'whitespace-pre-wrap text-ink-2'
        }
      >
        {text}
      </dd>
    </>
  )
}
