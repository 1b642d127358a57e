import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import { fillTarget } from '#contract/endpoint.ts'
import { type ReadPolicy, readPolicyOf } from '#contract/read-policies.ts'
import type { LeaveSignal } from '../upstream/leave-signal.ts'
import {
  type Forward,
  purposeOf,
  type UpstreamAnswer,
  type UpstreamCall,
  type Wrapper,
} from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import type { Clock } from '../writes/clock.ts'
import { createAnswerStore, keptAnswer } from './answer-store.ts'
import { createSharedFlights } from './shared-flights.ts'
import { soonOrKept } from './soon-or-kept.ts'
import { passTouching, type Subject, subjectOf } from './touched-by.ts'

/** Safety S26. */
export const cacheBytes = 32 * 1024 * 1024
/**
 * A screen that would wait is given what is kept up to so many times its fresh time. Longer ago it is no answer to somebody
 * who has just come; it still stands in where the upstream fails.
 */
const softTimes = 5

export interface AnswerCacheOptions {
  readonly clock: Clock
  /** Tells keys of workspaces apart without being one. */
  readonly keyFingerprint: string
  /** Smaller for tests. */
  readonly maxBytes?: number
  /** Told when figures have come that somebody did not wait for, and that differ from what they were given. */
  readonly late?: () => void
}

export interface AnswerCache {
  readonly wrap: Wrapper
  /** These leads were seen to have changed, or any may have: whoever asks for one or for a list from now on sees it. */
  touchLeads(ids: readonly string[] | null): void
  /** Something that figures count was seen to have changed. */
  touchFigures(): void
  /** Drops everything. */
  forget(): void
  facts(): { readonly entries: number; readonly bytes: number }
}

/**
 * Keeps good answers of reads and shares what is under way (safety S23, S26). Writes, and reads that belong to a write,
 * pass through: they must see what is there. A write that took place, or may have, drops what it touches; an answer that
 * was asked for before then is handed to who asked, but not kept. Roles share what is kept: who may not ask never comes this
 * far, and what one role is told less of is taken away behind it.
 */
export function createAnswerCache({
  clock,
  keyFingerprint,
  maxBytes = cacheBytes,
  late = () => undefined,
}: AnswerCacheOptions): AnswerCache {
  const store = createAnswerStore(maxBytes)
  const flights = createSharedFlights()
  /** How often each subject was touched: an answer asked for before the last touch is old when it comes. */
  const touches: Record<Subject, number> = { leads: 0, figures: 0, else: 0 }

  function keyOf(call: UpstreamCall): string {
    return `${call.name} ${keyFingerprint} ${fillTarget(agentEndpoints[call.name], call)}`
  }

  function keep(key: string, policy: ReadPolicy, answer: UpstreamAnswer): void {
    const { answeredAt } = answer
    const times = { freshUntil: answeredAt + policy.freshForMs, staleUntil: answeredAt + policy.staleForMs }
    store.set(key, answer, times)
  }

  function touch(subject: Subject): void {
    touches[subject] += 1
    flights.forgetWhere((key) => subjectOf(nameOf(key)) === subject)
  }

  function dropEverything(): void {
    for (const subject of ['leads', 'figures', 'else'] as const) touch(subject)
    store.removeWhere(() => true)
  }

  /** Asks, and does with the answer what must be done whoever asked. */
  async function ask(next: Forward, key: string, policy: ReadPolicy, call: UpstreamCall): Promise<UpstreamAnswer> {
    const subject = subjectOf(call.name)
    const touchesBefore = touches[subject]
    const answer = await next(call)
    if (answer.status === 401) dropEverything()
    else if (answer.status === 403) store.removeWhere((other) => nameOf(other) === call.name)
    else if (answer.status === 404) store.remove(key)
    else if (answer.status < 300 && touches[subject] === touchesBefore) keep(key, policy, answer)
    return answer
  }

  async function write(next: Forward, call: UpstreamCall): Promise<UpstreamAnswer> {
    const answer = await passTouching(next, call, ({ leads, figures }) => {
      if (leads !== undefined) touchLeads(leads)
      if (figures) touchFigures()
    })
    if (answer.status === 401) dropEverything()
    return answer
  }

  function touchLeads(ids: readonly string[] | null): void {
    touch('leads')
    const leadKeys = ids?.map((id) => keyOf({ name: 'getLead', params: { id } }))
    store.removeWhere((key) => {
      const name = nameOf(key)
      return name === 'listLeads' || (name === 'getLead' && (leadKeys?.includes(key) ?? true))
    })
  }

  function touchFigures(): void {
    touch('figures')
    // Asked for again at once; yet in an outage older figures with their age are better than none.
    store.expireWhere((key) => subjectOf(nameOf(key)) === 'figures')
  }

  async function read(next: Forward, policy: ReadPolicy, call: UpstreamCall): Promise<UpstreamAnswer> {
    const key = keyOf(call)
    const kept = store.get(key)
    const anew = call.anew === true
    if (kept !== undefined && !anew && clock.now() < kept.freshUntil) return keptAnswer(kept, 'fresh')
    const purpose = purposeOf(call)
    const start = (signal: LeaveSignal) => ask(next, key, policy, { ...call, signal })
    // Nobody waits for a refresh: what is on screen already would be no answer to it.
    const isSoft = purpose === 'screen' && !anew && soft(key, policy) !== null
    const asked = flights.join(key, purpose, start, isSoft ? undefined : call.signal)
    // Who asked to look again is told that it failed; what they saw is still before them.
    if (anew) return asked
    let answer: UpstreamAnswer
    try {
      answer = await (isSoft ? soonOrKept(clock, asked, () => soft(key, policy), tellLate(call)) : asked)
    } catch (failure) {
      if (failure instanceof UpstreamFailure && failure.kind === 'left') throw failure
      return stale(key) ?? fail(failure)
    }
    return answer.status === 429 || answer.status >= 500 ? (stale(key) ?? answer) : answer
  }

  /** Looked up only now: it may have been dropped meanwhile. */
  function stale(key: string): UpstreamAnswer | null {
    const kept = store.get(key)
    return kept !== undefined && clock.now() < kept.staleUntil ? keptAnswer(kept, 'stale') : null
  }

  /** What a write or the live stream has touched is never given so: a touch ends its fresh time for good. */
  function soft(key: string, { freshForMs }: ReadPolicy): UpstreamAnswer | null {
    const kept = store.get(key)
    return kept !== undefined && clock.now() < kept.freshUntil + (softTimes - 1) * freshForMs
      ? keptAnswer(kept, 'stale')
      : null
  }

  /** Leads that change are told one by one; figures have nobody else to tell of them. */
  function tellLate({ name }: UpstreamCall): (given: UpstreamAnswer, answer: UpstreamAnswer) => void {
    return (given, answer) => {
      const isNews = answer.status < 300 && given.text !== answer.text
      if (isNews && subjectOf(name) === 'figures') late()
    }
  }

  return {
    wrap: (next) => (call) => {
      const policy = readPolicyOf(call.name)
      if (policy === undefined) return write(next, call)
      if (purposeOf(call) !== 'write') return read(next, policy, call)
      return call.name === 'getLead' ? ask(next, keyOf(call), policy, call) : next(call)
    },
    touchLeads,
    touchFigures,
    forget: dropEverything,
    facts: store.facts,
  }
}

function nameOf(key: string): AgentEndpointName {
  return key.slice(0, key.indexOf(' ')) as AgentEndpointName
}

function fail(failure: unknown): never {
  throw failure
}
