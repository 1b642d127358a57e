import { createHash } from 'node:crypto'
import { type CircuitBreaker, createCircuitBreaker } from './breaker/circuit-breaker.ts'
import { createDailyQuota } from './budget/daily-quota.ts'
import { createScheduler, type Scheduler } from './budget/scheduler.ts'
import { type AnswerCache, createAnswerCache } from './cache/answer-cache.ts'
import { createKnownForbidden } from './refusal/known-forbidden.ts'
import { createRefusedKey, type RefusedKey } from './refusal/refused-key.ts'
import type { RedisLink } from './replicas/redis-link.ts'
import { createSharedAnswers, type SharedTouch } from './replicas/shared-answers.ts'
import { createSharedBudget, partOfLimit } from './replicas/shared-budget.ts'
import { createRetry } from './retry/retry-reads.ts'
import { type Forward, type Wrapper, wrapped } from './upstream/upstream-call.ts'
import type { Clock } from './writes/clock.ts'

export interface WrappedWay {
  readonly forward: Forward
  readonly cache: AnswerCache
  readonly refusedKey: RefusedKey
  readonly breaker: CircuitBreaker
  readonly scheduler: Scheduler
  /** Forgets what is kept and believed, so that everything is found out anew; what was spent stays spent. */
  forget(): void
  /** Makes old what was seen to have changed, for every replica. */
  touch(what: SharedTouch): void
}

interface WayParts {
  readonly clock: Clock
  readonly key: string
  readonly observers: readonly Wrapper[]
  /** Told when figures have come that somebody did not wait for. */
  readonly late: () => void
  /** To the other replicas, where there may be any. */
  readonly link?: RedisLink | undefined
}

/**
 * Everything between a question and the upstream, outermost first. Each works without the others; the order is the sum of
 * their reasons. `observers` see what really came from the upstream, nothing replayed.
 */
export function wrapTheWay(core: Forward, { clock, key, observers, late, link }: WayParts): WrappedWay {
  const shared = link === undefined ? undefined : createSharedAnswers(link, () => clock.now())
  const cache = createAnswerCache({ clock, keyFingerprint: fingerprintOf(key), late })
  function touchHere(what: SharedTouch): void {
    if (what === 'everything') cache.forget()
    else if (what.leads !== undefined) cache.touchLeads(what.leads)
    if (what !== 'everything' && what.figures) cache.touchFigures()
  }
  shared?.onTouch(touchHere)
  // What was told while it was gone was not heard.
  link?.onChange((isUp) => isUp && cache.forget())
  const refusedKey = createRefusedKey(clock)
  const forbidden = createKnownForbidden(clock)
  const quota = createDailyQuota(clock)
  const breaker = createCircuitBreaker(clock)
  const scheduler = createScheduler(clock, link === undefined ? undefined : () => partOfLimit(link))
  const forward = wrapped(core, [
    // First, because what is kept needs nothing of the rest; and it sees every end, so that each can fall back on it.
    cache.wrap,
    // Under the cache: what another replica has asked for is kept here too.
    ...(shared === undefined ? [] : [shared.wrap]),
    // Before anything that waits or counts: these answers are known.
    refusedKey.wrap,
    forbidden.wrap,
    quota.wrap,
    // Around the breaker and the budget: each try is a call of its own to both.
    createRetry(clock),
    // Before the budget: an open breaker answers at once instead of after a wait for a place it would not use.
    breaker.wrap,
    // Last, so that exactly what leaves is counted.
    scheduler.wrap,
    // And counted once more where several replicas share the limit.
    ...(link === undefined ? [] : [createSharedBudget({ link, facts: scheduler.facts, clock }).wrap]),
    ...observers,
  ])
  function forget(): void {
    for (const one of [cache, refusedKey, forbidden, quota, breaker]) one.forget()
  }
  function touch(what: SharedTouch): void {
    touchHere(what)
    void shared?.touch(what)
  }
  return { forward, cache, refusedKey, breaker, scheduler, forget, touch }
}

/** Tells keys apart, and tells nothing of one. */
function fingerprintOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}
