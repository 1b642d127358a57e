import * as z from 'zod/mini'

export const scopeStates = ['works', 'missing', 'unknown'] as const
export type ScopeState = (typeof scopeStates)[number]

/** What the proxy has seen of one scope. `seenAt`: ISO 8601 UTC of the call that showed it, null while unknown. */
export const scopeSeen = z.object({
  scope: z.string(),
  state: z.enum(scopeStates),
  seenAt: z.nullable(z.string()),
})
export type ScopeSeen = z.output<typeof scopeSeen>

export const breakerStates = ['closed', 'open'] as const

/** The calls that the workspace's plan allows, over all its keys. */
export const budgetSeen = z.object({
  /** Calls a minute; null until an answer has told. */
  limit: z.nullable(z.number()),
  /** Calls that can still be made now. */
  left: z.number(),
  /** Of these, calls that may read: the last ones are kept for writes. */
  leftToRead: z.optional(z.number()),
  /** Seconds until the upstream counts anew, or until a silence it asked for is over; null where neither is known. */
  resetsInS: z.nullable(z.number()),
  /** Calls of this dashboard in the last minute. */
  ours: z.number(),
  /** Calls of the workspace's other integrations in a minute, as far as answers showed. */
  others: z.number(),
})

/** `open`: the upstream is ill and not asked, but for one call every few seconds; the next may leave in `probeInS`. */
export const breakerSeen = z.object({ state: z.enum(breakerStates), probeInS: z.nullable(z.number()) })

export const status = z.object({
  upstream: z.object({
    kind: z.enum(['sandbox', 'live']),
    /** Host with port, nothing else. */
    host: z.string(),
  }),
  /** The last four characters of the key, and nothing more of it. */
  keyEndsWith: z.string(),
  scopes: z.array(scopeSeen),
  /** True where a non-loopback address is open without sign-in by `TRUST_NETWORK`. */
  openToNetwork: z.boolean(),
  version: z.string(),
  budget: z.optional(budgetSeen),
  breaker: z.optional(breakerSeen),
  /** With `REDIS_URL`: servers that share this workspace's budget, and whether this one reaches Redis; without it each keeps to its part. */
  replicas: z.optional(z.object({ live: z.number(), linked: z.boolean() })),
  /** True while the upstream refuses the key: it is asked once a minute (safety S11). */
  keyRefused: z.optional(z.boolean()),
})
export type Status = z.output<typeof status>
