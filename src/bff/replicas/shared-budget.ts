import type { BudgetFacts } from '../budget/scheduler.ts'
import { unknownLimit, windowMs } from '../budget/shares.ts'
import type { LeaveSignal } from '../upstream/leave-signal.ts'
import type { Wrapper } from '../upstream/upstream-call.ts'
import { mayHaveReached, UpstreamFailure } from '../upstream/upstream-failure.ts'
import type { Clock } from '../writes/clock.ts'
import type { RedisLink } from './redis-link.ts'

/** Milliseconds after which a call that never told its end is taken for ended: longer than any may last. */
const endsWithinMs = 35_000
/** How long a call waits here at most, in milliseconds. The scheduler before it has let it go: it is a matter of moments. */
const patienceMs = 4000

/**
 * Takes a place in the window that all replicas share, by Redis' own clock. A place is taken from the sending until 60 s
 * after the end. What others spend is kept free, up to half: what this replica takes for others are partly its peers.
 * KEYS: the places. ARGV: the limit, id, ms a call may last, ms of the window, calls of others and of this replica itself as
 * it knows them. Answers 0, or the milliseconds until a place is free.
 */
const takePlace = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window = tonumber(ARGV[4])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local taken = redis.call('ZCARD', KEYS[1])
local limit = tonumber(ARGV[1])
local rivals = math.max(0, tonumber(ARGV[5]) - math.max(0, taken - tonumber(ARGV[6])))
if taken < math.max(1, limit - math.min(rivals, math.floor(limit / 2))) then
  redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[2])
  redis.call('PEXPIRE', KEYS[1], window + tonumber(ARGV[3]) + 1000)
  return 0
end
local first = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return math.max(1, math.ceil(first[2] + window - now))
`

/** The call has ended: its place is free a window from now. One that surely never left gives it back at once. */
const endPlace = `
if ARGV[2] == '0' then return redis.call('ZREM', KEYS[1], ARGV[1]) end
local time = redis.call('TIME')
return redis.call('ZADD', KEYS[1], 'XX', time[1] * 1000 + math.floor(time[2] / 1000), ARGV[1])
`

/**
 * The last gate before the way out, where several replicas share one key: together they send no more than the limit in any
 * rolling minute. Each one's own scheduler has let the call go by what it knows; here it is made sure. Without Redis it lets
 * everything pass: the scheduler then keeps to this replica's part (`partOfLimit`).
 */
export function createSharedBudget({
  link,
  facts,
  clock,
}: {
  readonly link: RedisLink
  /** Of this replica's scheduler. */
  readonly facts: () => Pick<BudgetFacts, 'limit' | 'others' | 'ours'>
  readonly clock: Clock
}): { readonly wrap: Wrapper } {
  const places = link.key('budget')
  let order = 0

  async function take(id: string): Promise<number> {
    const { limit, others, ours } = facts()
    const args = [limit ?? unknownLimit, id, endsWithinMs, windowMs, others, ours]
    return Number((await link.ask((redis) => redis.eval(takePlace, 1, places, ...args))) ?? 0)
  }

  /** Takes a place, waiting for one where that is soon. */
  async function enter(id: string, signal: LeaveSignal | undefined): Promise<void> {
    const until = clock.now() + patienceMs
    for (;;) {
      const waitMs = await take(id)
      if (waitMs === 0) return
      if (clock.now() + waitMs > until) throw new UpstreamFailure('busy', false, { retryAfterMs: waitMs })
      await new Promise<void>((resolve) => clock.after(waitMs, resolve))
      if (signal?.aborted === true) throw new UpstreamFailure('left', false)
    }
  }

  return {
    wrap: (next) => async (call) => {
      order += 1
      const id = `${link.self}:${order}`
      await enter(id, call.signal)
      let reached = true
      try {
        return await next(call)
      } catch (failure) {
        reached = mayHaveReached(failure)
        throw failure
      } finally {
        void link.ask((redis) => redis.eval(endPlace, 1, places, id, reached ? '1' : '0'))
      }
    },
  }
}

/** Of its part a replica that is alone uses no more: what others did in the minute before is not known any more. */
const usedAlone = 0.8

/** What of the limit a replica may use by itself: all of it while Redis counts, else its part among those last seen. */
export function partOfLimit(link: Pick<RedisLink, 'isUp' | 'replicas'>): number {
  // Who has never seen another cannot know: Redis may have been gone from the start.
  return link.isUp() ? 1 : usedAlone / Math.max(2, link.replicas())
}
