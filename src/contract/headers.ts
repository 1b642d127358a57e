/** Header names that cross the wire, in lower case as `Headers` gives them. */
export const agentHeaders = {
  requestId: 'x-request-id',
  rateLimit: 'x-ratelimit-limit',
  rateRemaining: 'x-ratelimit-remaining',
  /** Unix seconds. */
  rateReset: 'x-ratelimit-reset',
  /** Seconds. */
  retryAfter: 'retry-after',
} as const

/** The static header that only this dashboard's own page can send (safety S14). */
export const dashboardHeader = { name: 'x-konektor-dashboard', value: '1' } as const

/** Where a live stream goes on from: the id of the last event that was heard. */
export const lastEventIdHeader = 'last-event-id'

/** Seconds since the upstream answered; the proxy adds it to every read. */
export const ageHeader = 'age'

/**
 * What a read is for, where it is not simply for the screen. `anew`: a person asks to look again, nothing kept will do;
 * `refresh`: what is on screen already; `bulk`: nobody waits for it. `cache-control` would not do: a browser sets it itself.
 */
export const purposeHeader = 'x-konektor-purpose'
export const readPurposes = ['anew', 'refresh', 'bulk'] as const
export type ReadPurpose = (typeof readPurposes)[number]
