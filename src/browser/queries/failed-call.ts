import type { Failure } from './failure.ts'

/** The one error that queries and mutations throw: it carries the failure a screen shows. */
export class FailedCall extends Error {
  override readonly name = 'FailedCall'
  readonly failure: Failure

  constructor(failure: Failure, cause: unknown) {
    super(failure.kind, { cause })
    this.failure = failure
  }
}

/** Whatever a call threw, as what a screen can show. */
export function toFailedCall(error: unknown): FailedCall {
  if (error instanceof FailedCall) return error
  return new FailedCall({ kind: 'other', message: String(error), requestId: null }, error)
}
