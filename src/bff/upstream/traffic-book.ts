import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { errorAnswer } from '#contract/envelope.ts'
import { agentHeaders } from '#contract/headers.ts'
import type { CallError, RequestsThisMinute, Traffic } from '#contract/traffic.ts'
import { toBffError } from '../own/bff-error.ts'
import type { UpstreamAnswer, UpstreamCall, Wrapper } from './upstream-call.ts'
import { UpstreamFailure } from './upstream-failure.ts'

/** Errors kept, the newest. */
const errorsKept = 100
const minuteMs = 60_000

/** What goes to the upstream and how it ends: for people to look at, in memory only. */
export interface TrafficBook {
  read(): Traffic
  /** Wraps the way out: counts calls, reads the limit's headers, keeps errors but a probe's. */
  readonly observe: Wrapper
}

export function openTrafficBook(now: () => number = Date.now): TrafficBook {
  const since = now()
  const errors: CallError[] = []
  /** When our calls of the last minute were sent. */
  let sentAt: number[] = []
  let requests: RequestsThisMinute | null = null

  function noteBudget(answer: UpstreamAnswer): void {
    const [limit, remaining, reset] = [agentHeaders.rateLimit, agentHeaders.rateRemaining, agentHeaders.rateReset].map(
      (name) => Number(answer.headers[name] ?? Number.NaN),
    )
    if (!isCount(limit) || !isCount(remaining) || !isCount(reset)) return
    const endsAt = reset * 1000
    const ours = sentAt.filter((at) => at >= endsAt - minuteMs).length
    requests = { limit, remaining, ours, endsAt, seenAt: answer.answeredAt }
  }

  function noteError(call: UpstreamCall, code: string, status: number | null, requestId: string | null): void {
    if (call.probe === true) return
    const { method, path } = agentEndpoints[call.name]
    errors.unshift({ at: now(), method, route: path, code, status, requestId })
    errors.length = Math.min(errors.length, errorsKept)
  }

  return {
    read: () => ({ since, requests, errors: [...errors] }),
    observe: (next) => async (call) => {
      const sent = now()
      sentAt = [...sentAt.filter((at) => at > sent - 2 * minuteMs), sent]
      let answer: UpstreamAnswer
      try {
        answer = await next(call)
      } catch (failure) {
        // A client that went away is no error of the call.
        const hasLeft = failure instanceof UpstreamFailure && failure.kind === 'left'
        if (!hasLeft) noteError(call, toBffError(failure).code, null, null)
        throw failure
      }
      noteBudget(answer)
      if (answer.status >= 400) {
        const parsed = errorAnswer.safeParse(answer.json)
        const code = parsed.success && /^[A-Z_]{1,40}$/.test(parsed.data.error.code) ? parsed.data.error.code : 'OTHER'
        noteError(call, code, answer.status, answer.headers[agentHeaders.requestId] ?? null)
      }
      return answer
    },
  }
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0
}
