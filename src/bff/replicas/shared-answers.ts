import * as z from 'zod/mini'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { fillTarget } from '#contract/endpoint.ts'
import { type ReadPolicy, readPolicyOf } from '#contract/read-policies.ts'
import { keptAnswer } from '../cache/answer-store.ts'
import { passTouching, type Subject, subjectOf, type Touch } from '../cache/touched-by.ts'
import {
  type Forward,
  purposeOf,
  type UpstreamAnswer,
  type UpstreamCall,
  type Wrapper,
} from '../upstream/upstream-call.ts'
import { readShared } from './read-shared.ts'
import type { RedisLink } from './redis-link.ts'

/** Larger answers, in bytes, are each replica's own: a neighbour's five megabytes are no help. */
const mostBytes = 512 * 1024

/** What replicas tell each other to be old; everything: the key is refused. */
export type SharedTouch = Touch | 'everything'

/**
 * Puts an answer in place only where nothing was touched since it was asked for. KEYS: version, answer. ARGV: version then,
 * text, ms.
 */
const putUnlessTouched = `
if (redis.call('GET', KEYS[1]) or '0') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
return 1
`

/** As it is kept: the version of its subject when it was asked for, and the answer's text. */
const sharedAnswer = z.object({
  version: z.string(),
  status: z.int().check(z.gte(200), z.lt(300)),
  headers: z.record(z.string(), z.string()),
  documented: z.boolean(),
  text: z.string(),
})
type SharedAnswer = z.output<typeof sharedAnswer>

export interface SharedAnswers {
  readonly wrap: Wrapper
  /** Makes answers old for every replica. Resolves when no replica finds them in Redis any more, or Redis is gone. */
  touch(what: SharedTouch): Promise<void>
  /** Calls back when another replica has made answers old. */
  onTouch(listener: (what: SharedTouch) => void): void
}

/**
 * Fresh answers that another replica asked for already, under each replica's own cache. Ages come from the time Redis still
 * keeps them, so that clocks of two machines need not agree. An answer asked for before a touch is never found after it.
 */
export function createSharedAnswers(link: RedisLink, now: () => number): SharedAnswers {
  const versionKey = (subject: Subject) => link.key('version', subject)

  async function find(key: string, subject: Subject, policy: ReadPolicy) {
    const found = await link.ask((redis) => redis.multi().get(versionKey(subject)).get(key).pttl(key).exec())
    if (found === null) return null
    const [version, text, leftMs] = found.map(([, value]) => value)
    const at = typeof version === 'string' ? version : '0'
    const kept = readShared(sharedAnswer, text)
    if (kept === null || kept.version !== at) return { version: at, answer: null }
    const answeredAt = now() - (policy.freshForMs - Math.max(0, Number(leftMs)))
    return { version: at, answer: keptAnswer({ ...kept, answeredAt }, 'fresh') }
  }

  async function put(key: string, subject: Subject, version: string, answer: UpstreamAnswer, policy: ReadPolicy) {
    const leftMs = Math.floor(answer.answeredAt + policy.freshForMs - now())
    if (leftMs <= 0 || Buffer.byteLength(answer.text) > mostBytes) return
    const { status, headers, documented, text } = answer
    const kept: SharedAnswer = { version, status, headers, documented, text }
    await link.ask((redis) =>
      redis.eval(putUnlessTouched, 2, versionKey(subject), key, version, JSON.stringify(kept), leftMs),
    )
  }

  async function touch(what: SharedTouch): Promise<void> {
    const subjects = subjectsOf(what)
    await link.ask((redis) => {
      const all = redis.multi()
      for (const subject of subjects) all.incr(versionKey(subject))
      return all.exec()
    })
    link.tell('touch', what)
  }

  async function read(next: Forward, policy: ReadPolicy, call: UpstreamCall): Promise<UpstreamAnswer> {
    const subject = subjectOf(call.name)
    const key = keyOf(call)
    const found = await find(key, subject, policy)
    if (found?.answer != null && call.anew !== true) return found.answer
    const answer = await next(call)
    if (found !== null && answer.status < 300) void put(key, subject, found.version, answer, policy)
    return answer
  }

  return {
    wrap: (next) => async (call) => {
      const policy = readPolicyOf(call.name)
      const answer =
        policy === undefined || purposeOf(call) === 'write'
          ? await passTouching(next, call, touch)
          : await read(next, policy, call)
      if (answer.status === 401) await touch('everything')
      return answer
    },
    touch,
    onTouch: (listener) => link.hear('touch', (what) => listener(what as SharedTouch)),
  }

  function keyOf(call: UpstreamCall): string {
    return link.key('answer', fillTarget(agentEndpoints[call.name], call))
  }
}

function subjectsOf(what: SharedTouch): readonly Subject[] {
  if (what === 'everything') return ['leads', 'figures', 'else']
  return [...(what.leads === undefined ? [] : (['leads'] as const)), ...(what.figures ? (['figures'] as const) : [])]
}
