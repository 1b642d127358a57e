/** The server answered with an error in the documented envelope. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number
  /** One of `agentErrorStatus` or `bffErrorStatus`, or whatever the server gave. */
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
  readonly requestId: string | null
  /** Seconds; null where the server gave none. */
  readonly retryAfterS: number | null

  constructor(facts: {
    status: number
    code: string
    message: string
    details: Readonly<Record<string, unknown>> | null | undefined
    requestId: string | null
    retryAfterS: number | null
  }) {
    super(facts.message)
    this.status = facts.status
    this.code = facts.code
    this.details = facts.details ?? {}
    this.requestId = facts.requestId
    this.retryAfterS = facts.retryAfterS
  }
}
