import { isUnderWay, type OwnWrite } from './own-write.ts'

/** After its moment has come, a write gets this long to be through before it is asked for. */
const settleMs = 300
/** While the proxy tells by itself that a write has moved on, asking is only in case that did not come. */
const toldAfterMs = 4_000
/** An answer that takes longer than this is asked for by other means. */
const patienceMs = 3_000

/** When to ask the proxy how writes stand, in epoch milliseconds; null where nothing is under way. */
export function nextPollAt(
  writes: readonly OwnWrite[],
  isInFlight: (id: string) => boolean,
  now: number,
  last: { readonly at: number; readonly failures: number },
  isTold: boolean,
): number | null {
  const moments = writes
    .filter(isUnderWay)
    .map((write) => pollAt(write, isInFlight(write.id), now, last.at, isTold))
    .filter((at) => at !== null)
  if (moments.length === 0) return null
  const soonest = Math.min(...moments)
  // Nobody answers: slowly, and slower still.
  return last.failures === 0 ? soonest : Math.max(soonest, last.at + (last.failures <= 5 ? 2_000 : 5_000))
}

function pollAt(write: OwnWrite, isInFlight: boolean, now: number, lastAt: number, isTold: boolean): number | null {
  if (write.state === 'waiting') {
    // Offline, or behind another of its lead that is.
    if (write.sentAt === null) return Math.max(lastAt, write.madeAt) + 5_000
    const due = write.sentAt + (isInFlight ? patienceMs : 2_000)
    return lastAt < due ? due : lastAt + 2_000
  }
  if (write.state === 'held' && write.isUndoing && write.failure !== null) return lastAt + 1_000
  const due = (write.dueAt ?? write.sentAt ?? write.madeAt) + (isTold ? toldAfterMs : settleMs)
  if (lastAt < due) return due
  const lateMs = now - due
  return lastAt + (isTold ? 5_000 : lateMs < 15_000 ? 1_000 : lateMs < 60_000 ? 2_000 : 5_000)
}
