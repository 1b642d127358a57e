import { errorAnswer } from '#contract/envelope.ts'
import { bffErrorStatus } from '#contract/error-codes.ts'
import { agentHeaders } from '#contract/headers.ts'
import type { LeadWrite } from '#contract/lead-write.ts'
import { BffError, toBffError } from '../own/bff-error.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import { retryAfterMs } from './retry-after.ts'

/** Why a write did not end well, as it is answered now and asked for later. */
export interface WriteFault {
  readonly status: number
  /** The upstream's own, where it refused. */
  readonly headers: Readonly<Record<string, string>>
  readonly error: NonNullable<LeadWrite['error']>
}

/** What is kept of an upstream's words, in characters: a bound on the memory of a thousand refusals. */
const kept = { message: 500, details: 8000 } as const

/** The upstream's own refusal. */
export function faultOfAnswer(answer: UpstreamAnswer): WriteFault {
  const parsed = errorAnswer.safeParse(answer.json)
  const error = parsed.success ? parsed.data.error : { code: 'UPSTREAM_INVALID', message: 'Refused', details: null }
  const details = error.details ?? null
  return {
    status: answer.status,
    headers: answer.headers,
    error: {
      code: error.code,
      message: error.message.slice(0, kept.message),
      details: JSON.stringify(details).length > kept.details ? null : details,
      requestId: answer.headers[agentHeaders.requestId] ?? null,
      retryAfterS: agentHeaders.retryAfter in answer.headers ? Math.ceil(retryAfterMs(answer) / 1000) : null,
    },
  }
}

/** An error of our own, or a throw. */
export function faultOfThrow(thrown: unknown): WriteFault {
  const { code, message, details, retryAfterS } = toBffError(thrown)
  return {
    status: bffErrorStatus[code],
    headers: {},
    error: { code, message, details, requestId: null, retryAfterS },
  }
}

export function unknownOutcome(what: 'change' | 'lead', details: Readonly<Record<string, unknown>> | null = null) {
  return faultOfThrow(
    new BffError('UNKNOWN_OUTCOME', `The ${what} was sent, but no answer came: it may or may not be saved`, details),
  )
}
