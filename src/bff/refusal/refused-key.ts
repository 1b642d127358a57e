import type { UpstreamAnswer, Wrapper } from '../upstream/upstream-call.ts'
import type { Clock } from '../writes/clock.ts'

/** Milliseconds from one call with a refused key to the next (safety S11). */
export const probeKeyEveryMs = 60_000

export interface RefusedKey {
  readonly wrap: Wrapper
  isRefused(): boolean
  /** The next call finds out. */
  forget(): void
}

/**
 * Once the upstream has refused the key, everybody gets that answer without a call, reads and writes alike; one call a
 * minute finds out whether it is accepted again (safety S11).
 */
export function createRefusedKey(clock: Clock): RefusedKey {
  let refusal: UpstreamAnswer | null = null
  let nextProbeAt = 0

  return {
    wrap: (next) => async (call) => {
      if (refusal !== null) {
        if (clock.now() < nextProbeAt) return refusal
        // Taken before its answer is there: the next one is a minute away, however long this one takes.
        nextProbeAt = clock.now() + probeKeyEveryMs
      }
      const sentAt = clock.now()
      const isProbe = refusal !== null
      const answer = await next(call)
      if (answer.status === 401) {
        refusal = answer
        nextProbeAt = Math.max(nextProbeAt, sentAt + probeKeyEveryMs)
      } else if (isProbe) refusal = null
      return answer
    },
    isRefused: () => refusal !== null,
    forget() {
      refusal = null
    },
  }
}
