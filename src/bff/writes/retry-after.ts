import { agentHeaders } from '#contract/headers.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'

/** Milliseconds: what is waited where a 429 says nothing usable, at least, and at most (safety S22). */
const waits = { unsaid: 60_000, least: 1000, most: 5 * 60_000 } as const

/** How long an upstream that is asked too often wants to be left alone: seconds or a date, bounded. */
export function retryAfterMs({ headers, answeredAt }: Pick<UpstreamAnswer, 'headers' | 'answeredAt'>): number {
  const text = headers[agentHeaders.retryAfter] ?? ''
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - answeredAt
  return Number.isNaN(ms) ? waits.unsaid : Math.min(waits.most, Math.max(waits.least, ms))
}
