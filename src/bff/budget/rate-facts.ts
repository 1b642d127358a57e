import { agentHeaders } from '#contract/headers.ts'
import type { UpstreamAnswer } from '../upstream/upstream-call.ts'
import { windowMs } from './shares.ts'

/** What an answer tells of the limit; null where it does not. */
export interface RateFacts {
  /** Calls a window over all keys of the workspace, at least 1. */
  readonly limit: number | null
  /** Calls left in the upstream's current window. */
  readonly remaining: number | null
  /** Milliseconds until that window ends, at most a whole one. */
  readonly resetInMs: number
}

export function rateFactsOf({ headers, saidAt }: Pick<UpstreamAnswer, 'headers' | 'saidAt'>): RateFacts {
  const limit = wholeNumber(headers[agentHeaders.rateLimit])
  const resetS = wholeNumber(headers[agentHeaders.rateReset])
  // By the upstream's own clock, which shows whole seconds: one more is surely over.
  const untilReset = resetS === null || saidAt === undefined ? windowMs : resetS * 1000 - saidAt
  return {
    limit: limit === null ? null : Math.max(1, limit),
    remaining: wholeNumber(headers[agentHeaders.rateRemaining]),
    resetInMs: Math.min(windowMs, Math.max(0, untilReset)) + (untilReset < windowMs ? 1000 : 0),
  }
}

/** Null for what is no whole number, or one that a computer cannot count to. */
function wholeNumber(text: string | undefined): number | null {
  const value = /^\d+$/.test(text ?? '') ? Number(text) : Number.NaN
  return Number.isSafeInteger(value) ? value : null
}
