/** Silence that the upstream asked for (safety S22): no call at all, then one alone, and the others after its answer. */
export function createHalt(now: () => number) {
  let until = 0
  let probing = false
  return {
    /** Asked to be left alone for so long; a shorter wish does not end a longer one. */
    ask(ms: number): void {
      until = Math.max(until, now() + ms)
      probing = true
    },
    /** Any other answer than "too often" to a call that was sent after the silence. */
    end(): void {
      if (until <= now()) probing = false
    },
    /** `onTheirWay`: calls without an answer yet. */
    allows: (onTheirWay: number): boolean => until <= now() && (!probing || onTheirWay === 0),
    /** Epoch milliseconds; in the past where there is none. */
    until: () => until,
  }
}
