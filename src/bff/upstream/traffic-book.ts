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
  /** Our calls of the last two minutes, by the second in which they were sent: a bound on memory at any limit. */
  let sent: { readonly second: number; calls: number }[] = []
  let requests: RequestsThisMinute | null = null

  function noteSent(): void {
    const second = Math.floor(now() / 1000)
    const last = sent.at(-1)
    if (last?.second === second) last.calls += 1
    else sent = [...sent.filter((one) => one.second > second - (2 * minuteMs) / 1000), { second, calls: 1 }]
  }

  function noteBudget(answer: UpstreamAnswer): void {
    const [limit, remaining, reset] = [agentHeaders.rateLimit, agentHeaders.rateRemaining, agentHeaders.rateReset].map(
      (name) => Number(answer.headers[name] ?? Number.NaN),
    )
    if (!isCount(limit) || !isCount(remaining) || !isCount(reset)) return
    const endsAt = reset * 1000
    let ours = 0
    for (const { second, calls } of sent) if (second * 1000 >= endsAt - minuteMs) ours += calls
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
      noteSent()
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
