import * as z from 'zod/mini'

/**
 * What this dashboard saw of undelivered events, while lists and counts passed through it. Instants are epoch milliseconds by
 * the server's clock.
 */
export const unsentSeen = z.object({
  /** Since when lists have been looked at; null before the first. */
  watchingSince: z.nullable(z.number()),
  /**
   * By lead id: when its event happened at the latest. The moment it was first seen undelivered, or what told of an earlier
   * one: a failed attempt, the lead's last change. Never later than it was once, until the lead has another status.
   */
  seen: z.array(z.tuple([z.string(), z.number()])),
  /** By platform, '' for one that is not known: when an event was last seen to have been delivered. */
  delivered: z.array(z.tuple([z.string(), z.number()])),
})
export type UnsentSeen = z.output<typeof unsentSeen>
