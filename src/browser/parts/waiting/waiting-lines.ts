import { graceOf, graceSeconds } from '#contract/grace.ts'
import { isUnderWay, type OwnWrite } from '#queries/own-write.ts'
import { faceOf, isTrouble, type WaitingFace } from './waiting-face.ts'

export interface WaitingLine {
  readonly write: OwnWrite
  readonly face: WaitingFace
}

/** How many lines stand there before the rest is counted. */
const shownAtOnce = 3

interface Looking {
  readonly now: number
  /** The lead that a page or panel shows: its trouble is told there. */
  readonly openLeadId: string | null
  /** No promise of seconds is made while nothing can leave. */
  readonly isOffline?: boolean
  /** A saved write whose way back is being thought about: it stays. */
  readonly keptId: string | null
}

/** Every write that the list tells of, in the order they were made. */
export function linesOf(
  writes: readonly OwnWrite[],
  { now, openLeadId, keptId, isOffline }: Looking,
): readonly WaitingLine[] {
  const lines: WaitingLine[] = []
  for (const [index, write] of writes.entries()) {
    const face = write.id === keptId && write.state === 'saved' ? 'saved' : faceOf(write, now, isOffline)
    if (face === null || (isTrouble(face) && write.leadId === openLeadId)) continue
    const next = writes.slice(index + 1).filter((later) => isLaterStatus(write, later))
    // The way back from a status is gone with the next one.
    if (face === 'saved' && next.length > 0) continue
    // One that waits is one thing with the next that waits: only the last is sent, and one Undo takes all of them back.
    if (isWaitingFace(face) && write.changes.status !== undefined && next.some(isUnderWay)) continue
    lines.push({ write, face })
  }
  return lines
}

function isWaitingFace(face: WaitingFace): boolean {
  return face === 'held' || face === 'limited' || face === 'waiting'
}

function isLaterStatus(write: OwnWrite, later: OwnWrite): boolean {
  return later.leadId === write.leadId && later.changes.status !== undefined && later.state !== 'undone'
}

/** The lines that matter most: what must be decided, what can still be taken back, what is newest. In their own order. */
export function firstLines(lines: readonly WaitingLine[]): readonly WaitingLine[] {
  if (lines.length <= shownAtOnce) return lines
  const ranked = lines.toReversed().toSorted((a, b) => rankOf(a) - rankOf(b))
  const kept = new Set(ranked.slice(0, shownAtOnce))
  return lines.filter((line) => kept.has(line))
}

/** Won and Lost before other statuses: they weigh most, and wait longest. */
function rankOf({ face, write }: WaitingLine): number {
  if (face === 'checking') return 3
  if (isTrouble(face)) return 0
  if (!isWaitingFace(face)) return 4
  return graceOf(write.changes) === graceSeconds.closing ? 1 : 2
}
