import { isRead, purposeOf, type UpstreamCall } from '../upstream/upstream-call.ts'

/** How long after the read of a lead its write may leave and still find its place, in milliseconds. */
const keptForMs = 10_000

/**
 * Places for writes whose read has left. Without them many edits at once would spend the budget on reads, and each write
 * would go out long after what it was compared with.
 */
export function createOwedPlaces(now: () => number) {
  let until: number[] = []
  const current = () => {
    if ((until[0] ?? Number.POSITIVE_INFINITY) <= now()) until = until.filter((end) => end > now())
    return until.length
  }

  return {
    /** Calls that must be free for this one to leave: itself, its write, and what others are owed. */
    needed(call: UpstreamCall): number {
      if (!isRead(call.name)) return 1
      return current() + (isBeforeWrite(call) ? 2 : 1)
    },
    note(call: UpstreamCall): void {
      if (call.name === 'updateLead') until.shift()
      else if (isBeforeWrite(call)) until.push(now() + keptForMs)
    },
    nextFreeAt: (): number | null => until[0] ?? null,
  }
}

function isBeforeWrite(call: UpstreamCall): boolean {
  return call.name === 'getLead' && purposeOf(call) === 'write'
}
