import { graceOf, graceSeconds } from '#contract/grace.ts'
import type { OwnWrite } from '#queries/own-write.ts'

/** How a write shows in the list of waiting changes. */
export type WaitingFace =
  | 'held'
  | 'limited'
  | 'waiting'
  | 'sending'
  | 'checking'
  | 'saved'
  | 'conflict'
  | 'failed'
  | 'unknown'
  | 'unconfirmed'

/** For how long a saved status offers the way back, in milliseconds. */
const savedShownForMs = 8000
/** An answer that takes longer than this, in milliseconds, is told as waiting for a connection. */
const answerTakesMs = 2000
/** A write that leaves this much later than its grace says, in milliseconds, waits for Konektor's limit. */
const lateByMs = 3000

/**
 * What the list says of a write; null for nothing. Statuses are told all the way, because they send what cannot be taken
 * back; other edits are told beside their field, and here only where something is wrong.
 */
export function faceOf(write: OwnWrite, now: number, isOffline = false): WaitingFace | null {
  if (write.isUnconfirmed) return 'unconfirmed'
  const isStatus = write.changes.status !== undefined
  switch (write.state) {
    case 'held':
      if (isLate(write)) return 'limited'
      return isStatus ? 'held' : null
    case 'waiting':
      if (isOffline || now - write.madeAt > answerTakesMs) return 'waiting'
      return isStatus ? 'held' : null
    case 'sending':
      return isStatus ? 'sending' : null
    case 'saved':
      return isStatus && now - (write.endedAt ?? 0) < savedShownForMs ? 'saved' : null
    case 'checking':
    case 'conflict':
    case 'unknown':
      return write.state
    case 'rejected':
    case 'not-sent':
      return 'failed'
    default:
      return null
  }
}

/** An edit without a status may have joined one that is held, for as long as any grace is. */
function isLate({ dueAt, sentAt, madeAt, changes }: OwnWrite): boolean {
  const graceS = changes.status === undefined ? graceSeconds.closing : graceOf(changes)
  return dueAt !== null && dueAt - (sentAt ?? madeAt) > graceS * 1000 + lateByMs
}

/** True for what a person must decide, or wait for without doing it again. */
export function isTrouble(face: WaitingFace): boolean {
  return ['checking', 'conflict', 'failed', 'unknown', 'unconfirmed'].includes(face)
}

/** The write that Undo means: the last one that can still be taken back. */
export function undoableOf(writes: readonly OwnWrite[]): OwnWrite | undefined {
  return writes.findLast(
    ({ state, isUnconfirmed, isUndoing }) => (state === 'held' || state === 'waiting') && !isUnconfirmed && !isUndoing,
  )
}
