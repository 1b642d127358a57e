import { type Purpose, purposes } from '../upstream/upstream-call.ts'
import { windowMs } from './shares.ts'

/** Ends within so many milliseconds are kept as one, as the latest of them: a bound on memory at any limit. */
const slotMs = 100

type Counts = Record<Purpose, number>

export type RollingWindow = ReturnType<typeof createRollingWindow>

/**
 * Our own calls of the last minute. A call counts from its sending until a window after its *end*: the upstream counted it
 * somewhere in between, so that within any 60 s of the upstream's time no more of them can lie than are counted here,
 * however long each was on its way.
 */
export function createRollingWindow(now: () => number) {
  const counts: Counts = none()
  let onTheirWay = 0
  let slots: { readonly until: number; readonly counts: Counts }[] = []

  function forgetOld(): void {
    const at = now()
    let old = 0
    for (let slot = slots[old]; slot !== undefined && slot.until <= at; slot = slots[old]) {
      for (const purpose of purposes) counts[purpose] -= slot.counts[purpose]
      old += 1
    }
    if (old > 0) slots = slots.slice(old)
  }

  return {
    begin(purpose: Purpose): void {
      counts[purpose] += 1
      onTheirWay += 1
    },

    /** `reached` false: it surely never came to the upstream, and counts no more. */
    end(purpose: Purpose, reached: boolean): void {
      onTheirWay -= 1
      if (!reached) {
        counts[purpose] -= 1
        return
      }
      const until = (Math.floor(now() / slotMs) + 1) * slotMs + windowMs
      let slot = slots.at(-1)
      if (slot?.until !== until) {
        slot = { until, counts: none() }
        slots.push(slot)
      }
      slot.counts[purpose] += 1
    },

    /** Calls of these purposes that count now. */
    count(of: readonly Purpose[]): number {
      forgetOld()
      return sum(counts, of)
    },

    get onTheirWay() {
      return onTheirWay
    },

    /** Epoch milliseconds at which so many calls of these purposes will count no more, at the earliest. */
    freeAt(calls: number, of: readonly Purpose[]): number {
      if (calls <= 0) return now()
      let left = calls
      for (const slot of slots) {
        left -= sum(slot.counts, of)
        if (left <= 0) return slot.until
      }
      return now() + windowMs
    },

    /** Epoch milliseconds at which the next call counts no more; null where none has ended. */
    nextFreeAt: (): number | null => slots[0]?.until ?? null,
  }
}

function none(): Counts {
  return { write: 0, screen: 0, look: 0, refresh: 0, bulk: 0 }
}

function sum(counts: Counts, of: readonly Purpose[]): number {
  let total = 0
  for (const purpose of of) total += counts[purpose]
  return total
}
