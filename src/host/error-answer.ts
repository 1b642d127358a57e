import type { ErrorAnswer } from '#contract/envelope.ts'
import type { BffErrorCode } from '#contract/error-codes.ts'

/** The text of an error in the frame that every error here has. */
export function errorText(code: BffErrorCode, message: string): string {
  return JSON.stringify({ success: false, error: { code, message, details: null } } satisfies ErrorAnswer)
}
