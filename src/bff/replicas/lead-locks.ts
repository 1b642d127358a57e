import type { RedisLink } from './redis-link.ts'
import { takeLock } from './redis-lock.ts'

/** Longer than a request and all looks after it may last, in milliseconds: read 20 s, write 30 s, looks up to 65 s. */
const heldForMs = 150_000

export interface LeadLocks {
  /** Takes a lead for one request and its looks. False where another replica has it; else what gives it back. */
  take(leadId: string): Promise<false | (() => Promise<unknown>)>
}

/** One writer a lead over all replicas (safety S31). While Redis is gone each replica's own lane is all there is. */
export function createLeadLocks(link: RedisLink): LeadLocks {
  return { take: (leadId) => takeLock(link, link.key('lead', leadId), heldForMs) }
}
