import { type AgentErrorCode, agentErrorStatus } from '#contract/error-codes.ts'

/** A refusal that the caller is told about. `details` maps a field to its message in plain words. */
export class AgentError extends Error {
  readonly code: AgentErrorCode
  readonly status: number
  readonly details: Readonly<Record<string, string>> | null
  readonly retryAfterSeconds: number | null

  constructor(
    code: AgentErrorCode,
    message: string,
    options: { details?: Readonly<Record<string, string>>; status?: number; retryAfterSeconds?: number } = {},
  ) {
    super(message)
    this.name = 'AgentError'
    this.code = code
    this.status = options.status ?? agentErrorStatus[code]
    this.details = options.details ?? null
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
  }
}

export function invalid(details: Readonly<Record<string, string>>, status = 400): AgentError {
  return new AgentError('VALIDATION_ERROR', 'Invalid request parameters', { details, status })
}

export function notFound(message = 'Resource not found'): AgentError {
  return new AgentError('NOT_FOUND', message)
}
