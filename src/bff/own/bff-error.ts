import type { BffErrorCode } from '#contract/error-codes.ts'
import { UpstreamFailure, type UpstreamFailureKind } from '../upstream/upstream-failure.ts'

/** An error of our own, ready to be answered: a code of `bffErrorStatus`, a plain sentence, facts by name. */
export class BffError extends Error {
  override readonly name = 'BffError'
  readonly code: BffErrorCode
  readonly details: Readonly<Record<string, unknown>> | null
  /** Whole seconds after which asking again makes sense; null where nobody knows. */
  readonly retryAfterS: number | null

  /** `cause`: an unforeseen throw, for the log. */
  constructor(
    code: BffErrorCode,
    message: string,
    details: Readonly<Record<string, unknown>> | null = null,
    more: { readonly cause?: unknown; readonly retryAfterS?: number | null } = {},
  ) {
    super(message, { cause: more.cause })
    this.code = code
    this.details = details
    this.retryAfterS = more.retryAfterS ?? null
  }
}

const byKind: Readonly<Record<UpstreamFailureKind, readonly [BffErrorCode, string]>> = {
  unreachable: ['UPSTREAM_UNREACHABLE', 'Konektor could not be reached'],
  timeout: ['UPSTREAM_TIMEOUT', 'Konektor did not answer in time'],
  invalid: ['UPSTREAM_INVALID', 'Konektor gave an answer that cannot be read'],
  left: ['UPSTREAM_UNREACHABLE', 'The request was cancelled'],
  busy: ['BUSY', 'Too many requests to Konektor at the moment; nothing was sent'],
}

/** What to answer for a throw: our errors as they are; anything unforeseen becomes a sentence without detail. */
export function toBffError(error: unknown): BffError {
  if (error instanceof BffError) return error
  if (error instanceof UpstreamFailure) {
    const { kind, retryAfterMs } = error
    const retryAfterS = retryAfterMs === null ? null : Math.max(1, Math.ceil(retryAfterMs / 1000))
    return new BffError(...byKind[kind], null, { cause: error, retryAfterS })
  }
  return new BffError('DASHBOARD_ERROR', 'Something went wrong in this dashboard')
}

/** What nobody had foreseen behind a throw, for the log; undefined where everything is one of our own errors. */
export function unforeseen(thrown: unknown): unknown {
  return thrown instanceof BffError || thrown instanceof UpstreamFailure ? unforeseen(thrown.cause) : thrown
}
