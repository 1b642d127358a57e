import { randomUUID } from 'node:crypto'
import type { RedisLink } from './redis-link.ts'

/** Longer than a request and all looks after it may last, in milliseconds: read 20 s, write 30 s, looks up to 65 s. */
const heldForMs = 150_000

/** Removes a lock that is still ours. KEYS: the lock. ARGV: the token. */
const giveBack = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`

export interface LeadLocks {
  /** Takes a lead for one request and its looks. Null where another replica has it; else what gives it back. */
  take(leadId: string): Promise<(() => void) | null>
}

/** One writer a lead over all replicas (safety S31). While Redis is gone each replica's own lane is all there is. */
export function createLeadLocks(link: RedisLink): LeadLocks {
  return {
    async take(leadId) {
      const lock = link.key('lead', leadId)
      const token = randomUUID()
      const isTaken = await link.ask(async (redis) => (await redis.set(lock, token, 'PX', heldForMs, 'NX')) === 'OK')
      if (isTaken === false) return null
      return () => void link.ask((redis) => redis.eval(giveBack, 1, lock, token))
    },
  }
}
