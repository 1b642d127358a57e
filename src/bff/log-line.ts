import type { ExportForm, ExportSubject } from '#contract/export-note.ts'
import type { Role } from '#contract/roles.ts'

/**
 * All that the proxy ever logs (safety S37): names and numbers of our own, ids in a checked form. No query string,
 * no value that a person typed but the name they go by here, no message of an error.
 */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /**
   * `call`: a request was answered; `write`, `export`: the audit line of one; `sign-in` (with a code where it failed),
   * `sign-out`; `fault`: something unforeseen was thrown.
   */
  readonly event: 'call' | 'write' | 'export' | 'sign-in' | 'sign-out' | 'fault'
  readonly requestId: string
  readonly upstreamRequestId?: string
  /** Who did it, where people sign in: the name they gave, and the role whose passphrase they knew. */
  readonly who?: string
  readonly role?: Role
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
  /** What was saved as a file, in which form, how many rows of it. */
  readonly subject?: ExportSubject
  readonly form?: ExportForm
  readonly rows?: number
  /** Names of the written fields, or of the columns of an export. */
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

/** A log that fails must not turn an answer, or a write that took place, into an error. */
export function harmless(log: Log): Log {
  return (line) => {
    try {
      log(line)
    } catch {
      // There is nobody left to tell.
    }
  }
}
