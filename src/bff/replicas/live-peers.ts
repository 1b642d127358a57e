import type { LivePeers, ToldLive } from '../live/live-peers.ts'
import type { RedisLink } from './redis-link.ts'

/** Goes on looking where it is the one that does, or begins where nobody does. KEYS: who looks. ARGV: self, ms. */
const takeOrKeep = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
`

/** One replica looks at the upstream for all, and tells the others what it saw. While Redis is gone each looks for itself. */
export function createLivePeers(link: RedisLink): LivePeers {
  const looks = link.key('looks')
  return {
    mayLook: async (forMs) => (await link.ask((redis) => redis.eval(takeOrKeep, 1, looks, link.self, forMs))) !== 0,
    tell: (told) => link.tell('live', told),
    hear: (listener) => link.hear('live', (told) => listener(told as ToldLive)),
  }
}
