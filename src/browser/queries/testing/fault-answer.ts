import { agentErrorStatus, bffErrorStatus } from '#contract/error-codes.ts'
import type { FaultOutcome } from '#contract/fault-outcomes.ts'

/** Seconds that a refusal for too many calls asks to wait. */
export const retryAfterS = 30

/** What the proxy answers where Konektor fails, by the table that its own tests hold it to. */
export function faultAnswer({ code }: Pick<FaultOutcome, 'code'>, good: unknown): Response {
  if (code === null) return Response.json({ success: true, data: good })
  const status = { ...agentErrorStatus, ...bffErrorStatus }[code]
  const headers = new Headers({ 'x-request-id': 'r-1234567' })
  if (code === 'RATE_LIMITED') headers.set('retry-after', String(retryAfterS))
  return Response.json({ success: false, error: { code, message: 'told', details: null } }, { status, headers })
}
