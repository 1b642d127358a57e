import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { mayHaveActed } from '#queries/failure.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { Button } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'
import { failureText } from '../failure/failure-text.ts'
import { RequestId } from '../failure/request-id.tsx'
import { Ticking } from '../failure/ticking.tsx'
import { readNoteDraft, writeNoteDraft } from '../notes/note-draft.ts'
import { readNotes } from '../notes/note-log.ts'
import { useWriteText } from './write-text.ts'

interface FailedWriteProps {
  readonly write: OwnWrite
  readonly editPath: string
}

/** One write that did not go well, or is not known to have: what it was, what became of it, and every way on. */
export function FailedWrite({ write, editPath }: FailedWriteProps) {
  const { sendAgain, check, dismiss } = useWriteActions()
  const writeText = useWriteText()
  const { dates } = useDisplay()
  const { id, state, failure, note, isUnconfirmed } = write
  const box = useRef<HTMLElement>(null)
  // It may arise out of sight, but nobody who is typing is pulled away.
  useEffect(() => {
    if (document.activeElement?.matches('input, textarea, select') !== true) {
      box.current?.scrollIntoView?.({ block: 'nearest' })
    }
  }, [])
  const isOpen = isUnconfirmed || state === 'unknown'
  const isChecking = state === 'checking' && !isUnconfirmed
  const isRefused = !isOpen && !isChecking
  const putBack = () => {
    if (note === null) return
    const typed = readNoteDraft(write.leadId)
    writeNoteDraft(write.leadId, [noteText(note), typed].filter((part) => part !== '').join('\n'))
    dismiss(id)
  }
  return (
    <section ref={box} role={isChecking ? 'status' : 'alert'} className="flex flex-col gap-2 rounded bg-warn-soft p-3">
      <p className="font-medium">{toldOf(write)}</p>
      {isChecking && write.dueAt !== null && (
        <Ticking
          until={write.dueAt}
          text={(seconds) => m.lead_panel_next_look({ seconds })}
          spoken={m.lead_panel_next_look_spoken()}
          over={m.lead_panel_looking()}
        />
      )}
      {isOpen && write.checkedAt !== null && <p>{m.lead_panel_not_found({ time: dates.time(write.checkedAt) })}</p>}
      {isRefused && failure !== null && <p>{failureText(failure)}</p>}
      <p dir="auto" className="wrap-anywhere max-h-32 overflow-y-auto whitespace-pre-wrap text-ink-2">
        {writeText(write)}
      </p>
      {!isChecking && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {isOpen && (
            <Button look="link" onClick={() => check(id)}>
              {m.lead_panel_check()}
            </Button>
          )}
          <Button look="link" onClick={() => sendAgain(id)}>
            {m.lead_panel_send_again()}
          </Button>
          {isRefused && note !== null && Object.keys(write.changes).length === 0 && (
            <Button look="link" onClick={putBack}>
              {m.lead_panel_put_back()}
            </Button>
          )}
          {isRefused && Object.keys(write.changes).length > 0 && (
            <Link to={editPath} className="inline-flex min-h-6 items-center font-medium text-accent hover:underline">
              {m.lead_panel_edit()}
            </Link>
          )}
          <Button look="link" onClick={() => dismiss(id)}>
            {m.lead_panel_discard()}
          </Button>
          <RequestId id={failure?.requestId ?? null} />
        </div>
      )}
    </section>
  )
}

function toldOf({ state, isUnconfirmed, failure }: OwnWrite): string {
  if (isUnconfirmed) return m.lead_panel_unconfirmed()
  if (state === 'checking') return m.lead_panel_checking()
  if (state === 'unknown' || (failure !== null && mayHaveActed(failure))) return m.lead_panel_unknown()
  return m.lead_panel_not_saved()
}

/** What was typed, without the head that it was given. */
function noteText(line: string): string {
  const [first] = readNotes(line)
  return first?.kind === 'entry' ? first.text : line
}
