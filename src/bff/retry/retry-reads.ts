import { agentHeaders } from '#contract/headers.ts'
import type { LeaveSignal } from '../upstream/leave-signal.ts'
import {
  type Forward,
  isRead,
  purposeOf,
  type UpstreamAnswer,
  type UpstreamCall,
  type Wrapper,
} from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import type { Clock } from '../writes/clock.ts'

/** Safety S24; milliseconds. `tokens`: retries that a quiet hour leaves in hand, `perRead`: what each read adds. */
export const retryRules = {
  attempts: 3,
  baseMs: 200,
  capMs: 10_000,
  wholeMs: 10_000,
  tokens: 3,
  mostTokens: 10,
  perRead: 0.1,
} as const

/**
 * Tries a read again where the upstream could not be reached or stumbled (safety S24), never a write nor the reads that
 * belong to one: those have their own times. No more than a tenth of all reads, so that a crowd does not double the load
 * on an upstream that is down already. A time-out is not tried again: somebody has waited long enough.
 */
export function createRetry(clock: Clock, random: () => number = Math.random): Wrapper {
  let tokens: number = retryRules.tokens

  async function retrying(next: Forward, call: UpstreamCall): Promise<UpstreamAnswer> {
    const from = clock.now()
    tokens = Math.min(retryRules.mostTokens, tokens + retryRules.perRead)
    for (let attempt = 1; ; attempt += 1) {
      const pauseMs = random() * Math.min(retryRules.capMs, retryRules.baseMs * 2 ** (attempt - 1))
      // Asked when it is over: another read may have spent the last one meanwhile.
      const mayRetry = () =>
        attempt < retryRules.attempts && tokens >= 1 && clock.now() - from + pauseMs <= retryRules.wholeMs
      try {
        const answer = await next(call)
        if (answer.status < 500 || agentHeaders.retryAfter in answer.headers || !mayRetry()) return answer
      } catch (failure) {
        if (!isPassing(failure) || !mayRetry()) throw failure
      }
      tokens -= 1
      await pause(pauseMs, call.signal)
    }
  }

  function pause(ms: number, signal: LeaveSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = clock.after(ms, () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      })
      function leave(): void {
        cancel()
        reject(new UpstreamFailure('left', false))
      }
      if (signal?.aborted) leave()
      else signal?.addEventListener('abort', leave)
    })
  }

  return (next) => (call) => (isRead(call.name) && purposeOf(call) !== 'write' ? retrying(next, call) : next(call))
}

/** A lost connection or a gateway's word for one. Whoever said when to come again is taken by that word. */
function isPassing(failure: unknown): boolean {
  if (!(failure instanceof UpstreamFailure) || failure.retryAfterMs !== null) return false
  return failure.kind === 'unreachable' || failure.isGateways
}
