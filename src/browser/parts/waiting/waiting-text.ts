import { defaultEvent } from '#contract/default-events.ts'
import { graceOf } from '#contract/grace.ts'
import { type Lead, leadFields } from '#contract/lead.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import * as m from '#words/m.ts'
import { fieldWord, platformWord } from '#words/vocabulary-words.ts'
import { failureText } from '../failure/failure-text.ts'
import { secondsLeft } from '../status/save-ring.tsx'
import type { WaitingLine } from './waiting-lines.ts'

/** A sentence of the list: for the eye, and, where it ticks, without its seconds for who listens. */
export interface WaitingText {
  readonly text: string
  readonly spoken?: string
}

/** What the list says of a write after the lead's name and the new status. */
export function waitingText({ write, face }: WaitingLine, lead: Lead | undefined, now: number): WaitingText {
  switch (face) {
    case 'held':
      return write.isUndoing ? { text: undoing(write) } : heldText(write, lead, now)
    case 'limited':
      return {
        text: m.failure_limited({ seconds: secondsLeft(write, now) }),
        spoken: m.failure_limited_spoken(),
      }
    case 'waiting':
      return { text: m.waiting_no_connection() }
    case 'sending':
      return { text: m.waiting_sending() }
    case 'checking':
      return { text: m.lead_panel_checking() }
    case 'saved':
      return { text: m.waiting_saved() }
    case 'conflict':
      return { text: conflictText(write) }
    case 'failed':
      return {
        text:
          write.failure === null
            ? m.lead_panel_not_saved()
            : m.waiting_not_saved({ reason: failureText(write.failure) }),
      }
    case 'unknown':
      return { text: m.lead_panel_unknown() }
    case 'unconfirmed':
      return { text: m.waiting_unconfirmed() }
  }
}

function heldText(write: OwnWrite, lead: Lead | undefined, now: number): WaitingText {
  const grace = graceOf(write.changes)
  // Not yet answered for: the grace begins with the answer.
  const seconds = write.dueAt === null ? grace : Math.min(grace, secondsLeft(write, now))
  const adPlatform = write.changes.adPlatform ?? lead?.adPlatform
  if (lead === undefined && adPlatform == null) {
    return { text: m.status_save_held({ seconds }), spoken: m.status_save_held_spoken() }
  }
  const event = defaultEvent(write.changes.status, adPlatform)
  if (event === null) return { text: m.waiting_held_plain({ seconds }), spoken: m.waiting_held_plain_spoken() }
  const platform = platformWord(adPlatform)
  return { text: m.waiting_held({ event, platform, seconds }), spoken: m.waiting_held_spoken({ event, platform }) }
}

function undoing({ failure }: OwnWrite): string {
  return failure === null ? m.waiting_undoing() : m.waiting_undo_late({ reason: failureText(failure) })
}

function conflictText({ failure, changes }: OwnWrite): string {
  const theirs = failure?.kind === 'conflict' ? failure.theirs : changes
  const fields = leadFields.filter((field) => Object.hasOwn(theirs, field))
  return m.failure_conflict({ who: m.failure_conflict_who(), field: fields.map(fieldWord).join(', ') })
}

/** The fields of a write that sets no status, to name it by. */
export function fieldsText({ changes, note }: OwnWrite): string {
  const fields: string[] = leadFields.filter((field) => changes[field] !== undefined).map(fieldWord)
  if (note !== null) fields.push(fieldWord('notes'))
  return fields.join(', ')
}
