import type { RateFacts } from './rate-facts.ts'
import { unknownLimit, windowMs } from './shares.ts'

/** What one answer said was left, told by numbers in order: the clock has no room between two events. */
interface Said {
  readonly sent: number
  readonly ended: number
  readonly remaining: number
  readonly until: number
}

export type UpstreamCount = ReturnType<typeof createUpstreamCount>

/**
 * What the upstream itself has counted, over all keys: its limit, what is left, and so what others spend. Answers overtake
 * each other, so that of those whose calls overlapped the smallest "left" holds; an answer to a call that was sent after
 * another had ended replaces that one.
 */
export function createUpstreamCount(now: () => number) {
  let limit: number | null = null
  let order = 0
  let latestSent = 0
  let said: Said[] = []
  let others = { calls: 0, until: 0 }

  /** Of `said`, so that a call that asks for room need not go through all. */
  let least = Number.POSITIVE_INFINITY
  let firstEnds = Number.POSITIVE_INFINITY

  function sum(): void {
    least = Number.POSITIVE_INFINITY
    firstEnds = Number.POSITIVE_INFINITY
    for (const { remaining, until } of said) {
      least = Math.min(least, remaining)
      firstEnds = Math.min(firstEnds, until)
    }
  }

  function forgetOld(): void {
    const at = now()
    if (firstEnds > at) return
    said = said.filter(({ until }) => until > at)
    sum()
  }

  return {
    /** A number for a call that is sent now, for `note`. */
    next(): number {
      order += 1
      return order
    },

    /** `ours`: our own calls of the last minute, this one and those on their way too. */
    note(sent: number, facts: RateFacts, ours: number): void {
      order += 1
      if (facts.limit !== null) limit = facts.limit
      const { remaining, resetInMs } = facts
      if (remaining === null) return
      const at = now()
      const one = { sent, ended: order, remaining, until: at + resetInMs }
      // By their ends they are in order already; those that ended before a later call was sent say nothing any more.
      latestSent = Math.max(latestSent, sent)
      forgetOld()
      said.push(one)
      let old = 0
      while ((said[old]?.ended ?? latestSent + 1) <= latestSent) old += 1
      if (old > 0) said.splice(0, old)
      sum()
      // They go on as they began; twice as much is assumed at most, and only where the window's end is known.
      const elapsedMs = windowMs - resetInMs
      const onward = elapsedMs > 0 ? Math.min(2, windowMs / elapsedMs) : 1
      const spent = Math.ceil(Math.max(0, (limit ?? unknownLimit) - remaining - ours) * onward)
      // What others spent they spend again: known for a whole window, or the next one begins as if they were gone.
      if (spent >= others.calls || others.until <= at) others = { calls: spent, until: at + windowMs }
    },

    limit: () => limit ?? unknownLimit,
    isKnown: () => limit !== null,

    /** Calls left by the upstream's count without those on their way; `Infinity` where no answer of this window told. */
    left(): number {
      forgetOld()
      return least
    },

    /** Epoch milliseconds at which the upstream's window ends; null where no answer of this window told. */
    resetAt(): number | null {
      let latest: number | null = null
      forgetOld()
      for (const { until } of said) latest = Math.max(latest ?? until, until)
      return latest
    },

    /** Calls of others in a window, as far as answers of the last minute showed. */
    others: () => (others.until <= now() ? 0 : others.calls),
  }
}
