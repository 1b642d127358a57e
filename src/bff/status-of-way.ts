import type { Status } from '#contract/status.ts'
import type { WrappedWay } from './wrappers.ts'

/** What the status tells of the way to the upstream. */
export function statusOfWay({
  scheduler,
  breaker,
  refusedKey,
}: WrappedWay): Required<Pick<Status, 'budget' | 'breaker' | 'keyRefused'>> {
  const { limit, left, leftToRead, resetsInMs, ours, others } = scheduler.facts()
  const { state, probeInMs } = breaker.facts()
  return {
    budget: { limit, left, leftToRead, resetsInS: seconds(resetsInMs), ours, others },
    breaker: { state, probeInS: seconds(probeInMs) },
    keyRefused: refusedKey.isRefused(),
  }
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.ceil(ms / 1000)
}
