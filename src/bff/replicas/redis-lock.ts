import { randomUUID } from 'node:crypto'
import type { RedisLink } from './redis-link.ts'

/** Removes a lock that is still ours. KEYS: the lock. ARGV: the token. */
const removeOurs = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`

/**
 * Takes a lock, which falls open by itself after so many milliseconds: a replica that dies holds nobody up for ever. False
 * where another has it; else what gives it back. While Redis is gone everybody gets it.
 */
export async function takeLock(
  link: RedisLink,
  name: string,
  heldForMs: number,
): Promise<false | (() => Promise<unknown>)> {
  const token = randomUUID()
  const isTaken = await link.ask(async (redis) => (await redis.set(name, token, 'PX', heldForMs, 'NX')) === 'OK')
  return isTaken !== false && (() => link.ask((redis) => redis.eval(removeOurs, 1, name, token)))
}
