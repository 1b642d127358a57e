import { agentHeaders } from '#contract/headers.ts'
import { isRead, type UpstreamAnswer, type UpstreamCall, type Wrapper } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import type { Clock } from '../writes/clock.ts'
import { breakerRules } from './breaker-rules.ts'
import { createRecentOutcomes } from './recent-outcomes.ts'

export interface BreakerFacts {
  /** `open`: nothing is asked but one probe now and then. */
  readonly state: 'closed' | 'open'
  /** Milliseconds until the next probe may leave; null where closed. */
  readonly probeInMs: number | null
}

export interface CircuitBreaker {
  readonly wrap: Wrapper
  facts(): BreakerFacts
  /** As if nothing had happened. */
  forget(): void
}

/**
 * Stops asking an upstream that is ill (safety S25): people get an answer at once, and it gets rest. Every few seconds one
 * call goes through; the first good answer ends it. A probe that hangs does not keep the next one waiting.
 */
export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  const outcomes = createRecentOutcomes(() => clock.now())
  /** Null where closed. */
  let nextProbeAt: number | null = null
  /** Of its opening; what was sent before tells nothing of now. */
  let openedAt = 0
  let lastIllness: UpstreamAnswer | UpstreamFailure | null = null

  function open(): void {
    if (nextProbeAt === null) openedAt = clock.now()
    nextProbeAt = clock.now() + breakerRules.probeEveryMs
  }

  function close(): void {
    nextProbeAt = null
    outcomes.forget()
  }

  function hear(isWell: boolean, sentAt: number): void {
    if (nextProbeAt === null) {
      outcomes.note(isWell)
      if (outcomes.isIll()) open()
    } else if (sentAt >= openedAt) {
      if (isWell) close()
      else open()
    }
  }

  /** People are told what is wrong, as the last call was; a write is told that it never left. */
  function sameAgain({ name }: UpstreamCall, retryAfterMs: number): UpstreamAnswer {
    if (lastIllness === null || lastIllness instanceof UpstreamFailure || !isRead(name)) {
      const kind = lastIllness instanceof UpstreamFailure ? lastIllness.kind : 'unreachable'
      throw new UpstreamFailure(kind, false, { retryAfterMs })
    }
    const retryAfterS = String(Math.ceil(retryAfterMs / 1000))
    return { ...lastIllness, headers: { ...lastIllness.headers, [agentHeaders.retryAfter]: retryAfterS } }
  }

  return {
    wrap: (next) => async (call) => {
      const sentAt = clock.now()
      if (nextProbeAt !== null) {
        if (sentAt < nextProbeAt) return sameAgain(call, nextProbeAt - sentAt)
        nextProbeAt = sentAt + breakerRules.probeEveryMs
      }
      let answer: UpstreamAnswer
      try {
        answer = await next(call)
      } catch (failure) {
        if (isIllness(failure)) {
          lastIllness = failure
          hear(false, sentAt)
        }
        // A probe that never left makes room for the next.
        else if (nextProbeAt !== null && sentAt >= openedAt) nextProbeAt = clock.now()
        throw failure
      }
      if (answer.status >= 500) lastIllness = answer
      hear(answer.status < 500, sentAt)
      return answer
    },
    forget: close,
    facts: () =>
      nextProbeAt === null
        ? { state: 'closed', probeInMs: null }
        : { state: 'open', probeInMs: Math.max(0, nextProbeAt - clock.now()) },
  }
}

/** A client who left and a budget that is used up tell nothing of the upstream. */
function isIllness(failure: unknown): failure is UpstreamFailure {
  return failure instanceof UpstreamFailure && failure.kind !== 'left' && failure.kind !== 'busy'
}
