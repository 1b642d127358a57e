import { agentHeaders } from '#contract/headers.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'

/** Milliseconds: what is waited where a 429 says nothing usable, at least, and at most (safety S22). */
const waits = { unsaid: 60_000, least: 1000, most: 5 * 60_000 } as const

/**
 * How long an upstream that is asked too often wants to be left alone, in milliseconds: seconds or a date, bounded. A date
 * is read by the upstream's own clock where it tells that: ours may be wrong by hours.
 */
export function retryAfterMs({
  headers,
  answeredAt,
  saidAt = answeredAt,
}: Pick<UpstreamAnswer, 'headers' | 'answeredAt' | 'saidAt'>): number {
  const text = headers[agentHeaders.retryAfter] ?? ''
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - saidAt
  return Number.isNaN(ms) ? waits.unsaid : Math.min(waits.most, Math.max(waits.least, ms))
}
