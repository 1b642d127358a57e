import type { LeadField } from '#contract/lead.ts'
import { type OwnWrite, saveStateOf } from '#queries/own-write.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { failureText } from '../failure/failure-text.ts'
import { useNow } from '../use-now.ts'
import { isOldNews, useFieldWrite } from './field-writes.ts'
import { SaveRing, secondsLeft } from './save-ring.tsx'
import { saveWord } from './save-word.ts'

interface FieldSaveProps {
  readonly leadId: string
  readonly field: LeadField
}

/** How the last change of one field stands, in words beside the field. The place is there before its words are, so that they are heard. */
export function FieldSave({ leadId, field }: FieldSaveProps) {
  const write = useFieldWrite(leadId, field)
  return (
    <span role="status" className="inline-flex min-w-0 items-center text-xs empty:hidden">
      {write !== undefined && <Told write={write} />}
    </span>
  )
}

function Told({ write }: { readonly write: OwnWrite }) {
  const now = useNow(1000)
  const state = saveStateOf(write)
  switch (state) {
    case null:
      return null
    case 'held':
      return (
        <span className="inline-flex items-center gap-1.5 text-ink-3">
          <SaveRing write={write} />
          <span aria-hidden="true" className="tabular">
            {m.status_save_held({ seconds: secondsLeft(write, now) })}
          </span>
          <span className="sr-only">{m.status_save_held_spoken()}</span>
        </span>
      )
    case 'saved':
      return isOldNews(write, now) ? null : (
        <span className="inline-flex items-center gap-1 text-good">
          <Icon name="check" size={12} />
          {saveWord(state)}
        </span>
      )
    case 'failed':
      return <Failed write={write} />
    default:
      return <span className={state === 'saving' ? 'text-ink-3' : 'text-warn'}>{saveWord(state)}</span>
  }
}

function Failed({ write }: { readonly write: OwnWrite }) {
  const { sendAgain, dismiss } = useWriteActions()
  const isConflict = write.state === 'conflict'
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-bad">
      <span>
        {isConflict ? m.lead_form_conflict_see() : (write.failure && failureText(write.failure)) || saveWord('failed')}
      </span>
      {!isConflict && (
        <>
          <Button look="link" onClick={() => sendAgain(write.id)}>
            {m.retry()}
          </Button>
          <Button look="link" onClick={() => dismiss(write.id)}>
            {m.status_save_discard()}
          </Button>
        </>
      )}
    </span>
  )
}
