import { useRef, useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { TextInput } from '#ui/input.tsx'
import * as m from '#words/m.ts'
import { fieldWord } from '#words/vocabulary-words.ts'
import { useDisplay } from '../display.tsx'
import { FieldSave } from '../status/field-save.tsx'
import { useFieldWrite } from '../status/field-writes.ts'
import { exactMoney } from './amount-echo.ts'
import { AmountEcho } from './amount-echo-line.tsx'
import { readAmount } from './amount-fault.ts'
import { amountText } from './amount-input.ts'
import { inPlaceClass } from './in-place-class.ts'
import { usePausedFault } from './use-paused-fault.ts'

interface InPlaceAmountProps {
  readonly lead: Lead
  readonly field: 'estimatedValue' | 'actualValue'
  /** What stands there while there is no amount. */
  readonly emptyText?: string
}

/** An amount of a lead, changed where it stands: Enter or leaving saves, Escape does not. */
export function InPlaceAmount({ lead, field, emptyText }: InPlaceAmountProps) {
  const { numbers, locale } = useDisplay()
  const write = useFieldWrite(lead.id, field)
  // The lead as it was seen when the typing began: what somebody else writes meanwhile is compared with that.
  const [editing, setEditing] = useState<{ readonly seen: Lead; readonly start: string } | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const value = lead[field]
  const edit = () => {
    // What Konektor refused is there to be put right, not to be typed again.
    const isRefused = write?.state === 'rejected' || write?.state === 'not-sent'
    setEditing({ seen: lead, start: amountText(isRefused ? write.changes[field] : value, locale) })
  }
  if (editing !== null) {
    const close = (isByKey: boolean) => {
      setEditing(null)
      if (isByKey) setTimeout(() => button.current?.focus(), 0)
    }
    return <AmountBox lead={editing.seen} field={field} start={editing.start} onClose={close} />
  }
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3">
      <button ref={button} type="button" className={inPlaceClass} onClick={edit}>
        <span className="sr-only">{fieldWord(field)}: </span>
        {value == null ? (
          <span className="text-ink-3">{emptyText ?? m.lead_form_none()}</span>
        ) : (
          <span className="tabular border-b border-dotted border-line-control">
            {exactMoney(value, locale, numbers)}
          </span>
        )}
      </button>
      <FieldSave leadId={lead.id} field={field} />
    </span>
  )
}

interface AmountBoxProps {
  readonly lead: Lead
  readonly field: InPlaceAmountProps['field']
  readonly start: string
  readonly onClose: (isByKey: boolean) => void
}

function AmountBox({ lead, field, start, onClose }: AmountBoxProps) {
  const { change } = useWriteActions()
  const [typed, setTyped] = useState(start)
  const [refused, setRefused] = useState<string>()
  const paused = usePausedFault(typed)
  const fault = refused ?? paused
  const id = `in-place-${field}`
  const save = (isByKey: boolean) => {
    const read = readAmount(typed)
    if (read.fault !== undefined) return setRefused(read.fault)
    onClose(isByKey)
    if (read.value !== (lead[field] ?? null)) void change(lead, { [field]: read.value })
  }
  return (
    <span className="flex min-w-0 flex-col gap-0.5 py-1">
      <TextInput
        aria-label={fieldWord(field)}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={`${id}-told`}
        className="tabular"
        inputMode="decimal"
        autoComplete="off"
        // The person pressed the amount to type here.
        autoFocus
        onFocus={(event) => event.target.select()}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setRefused(undefined)
        }}
        onBlur={() => save(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') {
            event.preventDefault()
            save(true)
          }
          if (event.key === 'Escape') {
            // The panel around it stays open.
            event.preventDefault()
            event.stopPropagation()
            onClose(true)
          }
        }}
      />
      <span id={`${id}-told`} className="text-xs text-ink-3">
        {fault === undefined ? (
          <AmountEcho typed={typed} />
        ) : (
          <span role="alert" className="text-bad">
            {fault}
          </span>
        )}
      </span>
    </span>
  )
}
