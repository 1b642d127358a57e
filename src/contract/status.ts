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
})
export type Status = z.output<typeof status>
