import { bffErrorStatus } from '#contract/error-codes.ts'
import { ageHeader, agentHeaders } from '#contract/headers.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import type { WriteFault } from '../writes/write-fault.ts'
import type { BffError } from './bff-error.ts'
import { ownEnvelope } from './own-envelope.ts'
import { readyResponse } from './ready-response.ts'

const always = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } as const

/** Answers with data of our own in the frame of every good answer. `headers`: the upstream's, where it was asked. */
export function dataAnswer(
  data: unknown,
  requestId: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = JSON.stringify({ success: true, data })
  return readyResponse({ status, headers: { [agentHeaders.requestId]: requestId, ...headers, ...always }, body })
}

/** Answers why a write did not end well: with the upstream's status and headers where it refused. */
export function faultAnswer({ status, headers, error }: WriteFault, requestId: string): Response {
  const body = JSON.stringify(ownEnvelope(error.code, error.message, error.details))
  const own: Record<string, string> = { ...headers, [agentHeaders.requestId]: error.requestId ?? requestId }
  if (error.retryAfterS !== null) own[agentHeaders.retryAfter] = String(error.retryAfterS)
  return readyResponse({ status, headers: { ...own, ...always }, body })
}

export function errorAnswerOf(error: BffError, requestId: string): Response {
  return readyResponse({
    status: bffErrorStatus[error.code],
    body: JSON.stringify(ownEnvelope(error.code, error.message, error.details)),
    headers: {
      [agentHeaders.requestId]: requestId,
      ...(error.retryAfterS === null ? {} : { [agentHeaders.retryAfter]: String(error.retryAfterS) }),
      ...always,
    },
  })
}

/**
 * Passes an upstream answer on, its text untouched. A good read tells its age in seconds: `now` is by the clock that
 * stamped the answer, null for what is no read.
 */
export function passedAnswer(answer: UpstreamAnswer, requestId: string, now: number | null): Response {
  const headers: Record<string, string> = { [agentHeaders.requestId]: requestId, ...answer.headers, ...always }
  if (now !== null && answer.status < 300) {
    headers[ageHeader] = String(Math.max(0, Math.floor((now - answer.answeredAt) / 1000)))
  }
  return readyResponse({ status: answer.status, headers, body: answer.text })
}
