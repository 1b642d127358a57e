/**
 * All that the proxy ever logs (safety S37): names and numbers of our own, ids in a checked form. No query string,
 * no value that a person typed, no message of an error.
 */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** `call`: a request was answered; `write`: the audit line of a write; `fault`: something unforeseen was thrown. */
  readonly event: 'call' | 'write' | 'fault'
  readonly requestId: string
  readonly upstreamRequestId?: string
  readonly method?: string
  /** The template of the table, never the path; absent where nothing matched. */
  readonly route?: string
  readonly status?: number
  readonly durationMs?: number
  /** An error code of the contract. */
  readonly code?: string
  /** How a write ended. */
  readonly outcome?: WriteOutcome
  readonly leadId?: string
  /** Names of the written fields. */
  readonly fields?: readonly string[]
  /** Class of what was thrown, and where: file names and lines only. */
  readonly errorName?: string
  readonly stack?: readonly string[]
}

/**
 * `unchanged`: everything was as wanted already, nothing was sent. `undone` and `replaced`: taken back, or overtaken by a
 * later change, before it was sent.
 */
export type WriteOutcome =
  | 'confirmed'
  | 'unchanged'
  | 'conflict'
  | 'rejected'
  | 'unknown'
  | 'not sent'
  | 'undone'
  | 'replaced'
export type Log = (line: LogLine) => void
