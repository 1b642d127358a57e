import {
  type Forward,
  isRead,
  type Purpose,
  purposeOf,
  purposes,
  type UpstreamAnswer,
  type UpstreamCall,
  type Wrapper,
} from '../upstream/upstream-call.ts'
import { mayHaveReached, UpstreamFailure } from '../upstream/upstream-failure.ts'
import type { Clock } from '../writes/clock.ts'
import { retryAfterMs } from '../writes/retry-after.ts'
import { createBudgetRules, everything } from './budget-rules.ts'
import { createHalt } from './halt.ts'
import { createOwedPlaces } from './owed-places.ts'
import { rateFactsOf } from './rate-facts.ts'
import { createRollingWindow } from './rolling-window.ts'
import { sharesOf } from './shares.ts'
import { createUpstreamCount } from './upstream-count.ts'

/** How long a call may wait for its turn, in milliseconds; one that would wait longer is refused at once. */
export const patienceMs: Readonly<Record<Purpose, number>> = {
  write: 20_000,
  screen: 4000,
  look: 10_000,
  refresh: 10_000,
  bulk: 20_000,
}
/** Calls that wait at most: a bound on memory. */
const longestQueue = 1000
/** The longest wait that is ever told, in milliseconds: as the longest silence. */
const longestTold = 5 * 60_000

export interface BudgetFacts {
  /** Calls a minute; null until an answer has told. */
  readonly limit: number | null
  /** Calls that this dashboard can still make now, whatever for. */
  readonly left: number
  /** Of these, calls that may read what a screen asks for: the last ones are kept for writes. */
  readonly leftToRead: number
  /** Milliseconds until the upstream's window ends, or a silence it asked for; null where neither is known. */
  readonly resetsInMs: number | null
  /** Our own calls of the last minute. */
  readonly ours: number
  /** Calls of others in a minute, as far as is known. */
  readonly others: number
}

export interface Scheduler {
  readonly wrap: Wrapper
  facts(): BudgetFacts
  /** For a stop: what waits ends now, as never sent, and nothing waits any more. */
  breakOff(): void
}

/** Who goes first: a write goes before the reads that begin other writes. */
const ranks = ['commit', ...purposes] as const
type Rank = (typeof ranks)[number]
const backgroundFirst: readonly Rank[] = ['look', 'refresh', 'bulk', 'commit', 'write', 'screen']

interface Waiting {
  readonly call: UpstreamCall
  readonly rank: Rank
  /** Sends at once, so that the next one that waits sees it counted. */
  readonly go: () => void
  readonly refuse: (failure: UpstreamFailure) => void
}

/**
 * The one budget of every call to the upstream (safety S21, S22). A call leaves at once where there is room; else it waits
 * its turn, more urgent ones first, for as long as its purpose may; where that cannot be enough it is refused at once as
 * `busy` with the time until there is room. `partOfLimit`: between 0 and 1, where this is not the only one who spends it.
 */
export function createScheduler(clock: Clock, partOfLimit: () => number = () => 1): Scheduler {
  const now = () => clock.now()
  const window = createRollingWindow(now)
  const count = createUpstreamCount(now)
  const rules = createBudgetRules(window, count, now, partOfLimit)
  const halt = createHalt(now)
  const owed = createOwedPlaces(now)
  const queues: Readonly<Record<Rank, Set<Waiting>>> = {
    commit: new Set(),
    write: new Set(),
    screen: new Set(),
    look: new Set(),
    refresh: new Set(),
    bulk: new Set(),
  }
  let waiting = 0
  let brokenOff = false
  let cancelTimer: (() => void) | undefined

  function needed(call: UpstreamCall): number {
    // A limit of one or two has no room for places kept.
    return Math.min(owed.needed(call), Math.max(1, sharesOf(count.limit()).people))
  }

  function mayLeave(call: UpstreamCall): boolean {
    return halt.allows(window.onTheirWay) && rules.room(purposeOf(call)) >= needed(call)
  }

  async function send(next: Forward, call: UpstreamCall, purpose: Purpose): Promise<UpstreamAnswer> {
    const sent = count.next()
    window.begin(purpose)
    owed.note(call)
    let reached = true
    try {
      const answer = await next(call)
      const facts = rateFactsOf(answer)
      // How long to wait after a 429 is what it says itself.
      const remaining = answer.status === 429 ? null : facts.remaining
      count.note(sent, { ...facts, remaining }, window.count(everything))
      hear(answer, facts.remaining)
      return answer
    } catch (failure) {
      // Nothing was sent, so nothing was counted there.
      reached = mayHaveReached(failure)
      throw failure
    } finally {
      window.end(purpose, reached)
      if (waiting > 0) letLeave()
    }
  }

  /** With calls left, a 429 is about something else (the leads of the day): this budget goes on. */
  function hear(answer: UpstreamAnswer, remaining: number | null): void {
    if (answer.status !== 429) halt.end()
    else if ((remaining ?? 0) === 0) halt.ask(retryAfterMs(answer))
  }

  function firstWaiting(): Waiting | undefined {
    for (const rank of rules.isBackgroundDue() ? backgroundFirst : ranks) {
      const [first] = queues[rank]
      if (first !== undefined && mayLeave(first.call)) return first
    }
    return undefined
  }

  function letLeave(): void {
    cancelTimer?.()
    cancelTimer = undefined
    for (let next = firstWaiting(); next !== undefined; next = firstWaiting()) {
      next.go()
    }
    if (waiting === 0) return
    const times = [halt.until(), window.nextFreeAt(), count.resetAt(), owed.nextFreeAt()]
    const soonest = Math.min(...times.map((at) => (at === null || at <= now() ? Number.POSITIVE_INFINITY : at)))
    if (Number.isFinite(soonest)) cancelTimer = clock.after(soonest - now(), letLeave)
  }

  function leaveQueue(one: Waiting): void {
    if (queues[one.rank].delete(one)) waiting -= 1
  }

  /** Milliseconds until a call that comes now could leave, by what is known now. */
  function waitMs(call: UpstreamCall): number {
    let ahead = 0
    for (const rank of ranks) {
      ahead += queues[rank].size
      if (rank === rankOf(call)) break
    }
    const roomAt = rules.roomAt(purposeOf(call), ahead + needed(call))
    return Math.min(longestTold, Math.max(halt.until(), roomAt) - now())
  }

  const busy = (ms: number) => new UpstreamFailure('busy', false, { retryAfterMs: ms })

  function sendInTurn(next: Forward, call: UpstreamCall, purpose: Purpose): Promise<UpstreamAnswer> {
    const ms = waitMs(call)
    if (brokenOff || ms > patienceMs[purpose] || waiting >= longestQueue) return Promise.reject(busy(ms))
    return new Promise((resolve, reject) => {
      const one: Waiting = {
        call,
        rank: rankOf(call),
        go: () => settle(() => resolve(send(next, call, purpose))),
        refuse: (failure) => settle(() => reject(failure)),
      }
      const cancel = clock.after(patienceMs[purpose], () => one.refuse(busy(waitMs(call))))
      const leave = () => one.refuse(new UpstreamFailure('left', false))
      function settle(how: () => void): void {
        cancel()
        call.signal?.removeEventListener('abort', leave)
        leaveQueue(one)
        how()
      }
      call.signal?.addEventListener('abort', leave)
      queues[one.rank].add(one)
      waiting += 1
      letLeave()
    })
  }

  return {
    wrap: (next) => async (call) => {
      const purpose = purposeOf(call)
      if (call.signal?.aborted) throw new UpstreamFailure('left', false)
      if (waiting > 0 || !mayLeave(call)) return sendInTurn(next, call, purpose)
      return send(next, call, purpose)
    },
    facts() {
      const resetAt = Math.max(halt.until(), count.resetAt() ?? 0)
      const roomFor = (purpose: Purpose) => (halt.until() > now() ? 0 : Math.max(0, rules.room(purpose)))
      return {
        limit: count.isKnown() ? count.limit() : null,
        left: roomFor('write'),
        leftToRead: roomFor('screen'),
        resetsInMs: resetAt > now() ? resetAt - now() : null,
        ours: window.count(everything),
        others: count.others(),
      }
    },
    breakOff() {
      brokenOff = true
      cancelTimer?.()
      for (const queue of Object.values(queues)) {
        for (const one of [...queue]) one.refuse(new UpstreamFailure('unreachable', false))
      }
    },
  }
}

function rankOf(call: UpstreamCall): Rank {
  return isRead(call.name) ? purposeOf(call) : 'commit'
}
