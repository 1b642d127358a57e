import { agentHeaders } from '#contract/headers.ts'
import type { UpstreamAnswer, Wrapper } from '../upstream/upstream-call.ts'
import type { Clock } from '../writes/clock.ts'
import { retryAfterMs } from '../writes/retry-after.ts'

/**
 * The leads of the day are used up (safety S22): a 429 to a create although calls are left. More creates get the same
 * answer, with what is left of its Retry-After, until that has passed or five minutes; then one of them finds out.
 * Everything else goes on.
 */
export function createDailyQuota(clock: Clock): { readonly wrap: Wrapper; forget(): void } {
  let refusal: { readonly answer: UpstreamAnswer; readonly until: number } | null = null
  let isProbed = false

  const wrap: Wrapper = (next) => async (call) => {
    if (call.name !== 'createLead') return next(call)
    if (refusal !== null && (isProbed || clock.now() < refusal.until)) return again(refusal.answer, refusal.until)
    isProbed = refusal !== null
    try {
      const answer = await next(call)
      if (answer.status !== 429) refusal = null
      else if (Number(answer.headers[agentHeaders.rateRemaining] ?? 0) > 0) {
        refusal = { answer, until: clock.now() + retryAfterMs(answer) }
      }
      return answer
    } finally {
      isProbed = false
    }
  }

  function again(answer: UpstreamAnswer, until: number): UpstreamAnswer {
    const leftS = Math.max(1, Math.ceil((until - clock.now()) / 1000))
    return { ...answer, headers: { ...answer.headers, [agentHeaders.retryAfter]: String(leftS) } }
  }

  return {
    wrap,
    forget() {
      refusal = null
    },
  }
}
