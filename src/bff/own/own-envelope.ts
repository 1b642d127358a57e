import type { ErrorAnswer } from '#contract/envelope.ts'

/** An error in the frame that both servers use. */
export function ownEnvelope(
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> | null = null,
): ErrorAnswer {
  return { success: false, error: { code, message, details } }
}
