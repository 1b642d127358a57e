import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { LeadWrite } from '#contract/lead-write.ts'
import type { UpstreamAnswer, UpstreamCall } from '../upstream/upstream-call.ts'
import { systemClock } from '../writes/clock.ts'
import { createLeadLocks } from './lead-locks.ts'
import { createLivePeers } from './live-peers.ts'
import { openRedisLink, type RedisLink } from './redis-link.ts'
import { createSharedAnswers } from './shared-answers.ts'
import { createSharedBudget, partOfLimit } from './shared-budget.ts'
import { createSharedWrites } from './shared-writes.ts'
import { redisProgram, startRedis, type TestRedis } from './testing/redis-server.ts'

const now = () => systemClock.now()

function answer(text: string, more: Partial<UpstreamAnswer> = {}): UpstreamAnswer {
  const body = JSON.stringify({ success: true, data: text })
  return { status: 200, headers: {}, text: body, json: {}, documented: true, answeredAt: now(), ...more }
}

const listLeads: UpstreamCall = { name: 'listLeads', query: { limit: 10 } }

// Where no server program is installed nothing of this can be shown; `npm test` counts these as skipped.
describe.runIf(redisProgram !== null)('replicas over one Redis', () => {
  let redis: TestRedis
  let links: RedisLink[] = []
  let workspace = ''

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.close())
  afterEach(async () => {
    await Promise.all(links.map((link) => link.close()))
    links = []
    workspace = ''
  })

  async function open(): Promise<RedisLink> {
    workspace ||= randomUUID()
    const link = await openRedisLink({ url: redis.url, workspace, now })
    links.push(link)
    return link
  }

  it('see each other, and hear what others tell but not themselves', async () => {
    const one = await open()
    const other = await open()
    const heard: string[] = []
    one.hear('news', (message) => heard.push(`one ${message}`))
    other.hear('news', (message, from) => heard.push(`other ${message} ${from === one.self}`))
    one.tell('news', 'hello')
    await vi.waitFor(() => expect(heard).toEqual(['other hello true']))
    expect(other.replicas()).toBe(2)
  })

  it('together send no more than the limit, and a place is free a minute after its end', async () => {
    const [one, other] = [await open(), await open()]
    const refused: unknown[] = []
    let sent = 0
    const next = async () => {
      sent += 1
      return answer('ok')
    }
    const gates = [one, other].map((link) =>
      createSharedBudget({ link, facts: () => ({ limit: 5, others: 0, ours: 0 }), clock: systemClock }).wrap(next),
    )
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => gates[at % 2]?.(listLeads).catch((failure) => refused.push(failure))),
    )
    expect(sent).toBe(5)
    expect(refused).toHaveLength(15)
    expect(refused[0]).toMatchObject({ kind: 'busy', mayHaveActed: false })
    expect((refused[0] as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(50_000)
  })

  it('keep free what others spend, but not what is their own', async () => {
    const [one, other] = [await open(), await open()]
    let sent = 0
    const next = async () => {
      sent += 1
      return answer('ok')
    }
    const gateOf = (link: RedisLink, others: () => number, ours: () => number) =>
      createSharedBudget({
        link,
        facts: () => ({ limit: 10, others: others(), ours: ours() }),
        clock: systemClock,
      }).wrap(next)
    let ofOne = 0
    const first = gateOf(
      one,
      () => 3,
      () => ofOne,
    )
    for (; ofOne < 4; ofOne += 1) await first(listLeads)
    // Its others: three rivals and the four calls of its peer.
    const second = gateOf(
      other,
      () => 7,
      () => sent - ofOne,
    )
    for (let tried = 0; tried < 8; tried += 1) await second(listLeads).catch(() => undefined)
    expect(sent).toBe(7)
  })

  it('find what another has asked for, with its true age, until a write touches it', async () => {
    const [one, other] = [await open(), await open()]
    const asked: string[] = []
    const ask = (name: string) => async () => {
      asked.push(name)
      const headers = { 'x-request-id': 'r1', 'x-ratelimit-remaining': '3' }
      return answer(name, { headers, answeredAt: now() - 3000 })
    }
    const [first, second] = [createSharedAnswers(one, now), createSharedAnswers(other, now)]
    await first.wrap(ask('one'))(listLeads)
    const found = await vi.waitFor(async () => {
      const known = await second.wrap(ask('other'))(listLeads)
      expect(known.kept).toBe('fresh')
      return known
    })
    expect(found.json).toEqual({ success: true, data: 'one' })
    // The limits of then say nothing of now.
    expect(found.headers).toEqual({ 'x-request-id': 'r1' })
    expect(now() - found.answeredAt).toBeGreaterThanOrEqual(2900)
    expect(now() - found.answeredAt).toBeLessThan(4500)
    await first.touch({ leads: [] })
    const after = await second.wrap(ask('after'))(listLeads)
    expect(after.kept).toBeUndefined()
    expect(asked.at(-1)).toBe('after')
  })

  it('never give out an answer that was asked for before a touch and came after it', async () => {
    const [one, other] = [await open(), await open()]
    const slow = createSharedAnswers(one, now)
    const { promise: touched, resolve: goOn } = withResolvers()
    const { promise: asked, resolve: isAsked } = withResolvers()
    const coming = slow.wrap(async () => {
      isAsked()
      await touched
      return answer('old')
    })(listLeads)
    await asked
    await createSharedAnswers(other, now).touch({ leads: ['x'], figures: true })
    goOn()
    await coming
    await new Promise((resolve) => setTimeout(resolve, 50))
    const seen = await createSharedAnswers(other, now).wrap(async () => answer('new'))(listLeads)
    expect(seen.kept).toBeUndefined()
  })

  it('let one write a lead at a time', async () => {
    const [one, other] = [createLeadLocks(await open()), createLeadLocks(await open())]
    const giveBack = await one.take('lead_1')
    expect(await other.take('lead_1')).toBe(false)
    expect(await other.take('lead_2')).not.toBe(false)
    if (giveBack !== false) void giveBack()
    await vi.waitFor(async () => expect(await other.take('lead_1')).not.toBe(false))
  })

  it('take a write id once, tell of each other’s writes, and undo for each other', async () => {
    const [link, otherLink] = [await open(), await open()]
    const [one, other] = [createSharedWrites(link, now), createSharedWrites(otherLink, now)]
    const id = randomUUID()
    expect(await one.claim(id)).toBe(true)
    expect(await one.claim(id)).toBe(true)
    expect(await other.claim(id)).toBe(false)
    const held: LeadWrite = { id, kind: 'update', leadId: 'a', state: 'held', dueInMs: 5000, lead: null, error: null }
    one.note(held)
    const [found] = await vi.waitFor(async () => {
      const writes = await other.find([id])
      expect(writes).toHaveLength(1)
      return writes
    })
    expect(found).toMatchObject({ id, state: 'held' })
    expect(found?.dueInMs).toBeLessThanOrEqual(5000)
    const undone: string[] = []
    one.onUndo((asked) => undone.push(asked) > 0)
    expect(await other.undo(id)).toBe('undone')
    expect(undone).toEqual([id])
    expect(await other.undo(randomUUID())).toBe('gone')
  })

  it('tell nothing of a held write whose replica has ended, and are unsure of all before then', async () => {
    const [link, otherLink] = [await open(), await open()]
    const [one, other] = [createSharedWrites(link, now), createSharedWrites(otherLink, now)]
    const id = randomUUID()
    await one.claim(id)
    one.note({ id, kind: 'update', leadId: 'a', state: 'held', dueInMs: 5000, lead: null, error: null })
    await vi.waitFor(async () => expect(await other.find([id])).toHaveLength(1))
    await link.close()
    const before = now()
    await vi.waitFor(async () => expect(await other.find([id])).toHaveLength(0), { timeout: 4000 })
    expect(Date.parse(other.unsureBefore())).toBeGreaterThanOrEqual(Math.floor(before))
  })

  it('go on whatever is told over Redis or stands in it: another version may speak otherwise', async () => {
    const [link, otherLink] = [await open(), await open()]
    const [answers, writes] = [createSharedAnswers(link, now), createSharedWrites(link, now)]
    const heard: unknown[] = []
    createLivePeers(link).hear((told) => heard.push(told.kind))
    const odd = [null, 5, 'x', [], {}, { leads: 5 }, { question: 1 }, { kind: 'wrote', lead: null }]
    for (const topic of ['undo', 'undone', 'touch', 'live', 'file', 'constructor']) {
      for (const message of odd) otherLink.tell(topic, message)
    }
    otherLink.tell('live', { kind: 'figures' })
    await vi.waitFor(() => expect(heard.at(-1)).toBe('figures'))
    expect(link.isUp()).toBe(true)
    const id = randomUUID()
    for (const text of ['no JSON', 'null', '{}', '{"version":"0","status":"x","text":5}', '{"owner":5}']) {
      await link.ask((redis) => redis.set(link.key('answer', '/api/v2/agent/leads?limit=10'), text))
      await link.ask((redis) => redis.set(link.key('write', id), text))
      expect(await answers.wrap(async () => answer('asked'))(listLeads)).toMatchObject({
        documented: true,
        status: 200,
      })
      const asked = now()
      expect(await writes.find([id])).toEqual([])
      expect(Date.parse(writes.unsureBefore()), 'it may be a write').toBeGreaterThanOrEqual(Math.floor(asked))
      expect(await writes.undo(id)).toBe('gone')
      expect(await writes.claim(id)).toBe(false)
    }
  })

  it('keep to their part of the limit while Redis is gone, and go on alone', async () => {
    const [one, other] = [await open(), await open()]
    await vi.waitFor(() => expect(one.replicas()).toBe(2), { timeout: 4000 })
    expect(partOfLimit(one)).toBe(1)
    await redis.kill()
    await vi.waitFor(() => expect([one.isUp(), other.isUp()]).toEqual([false, false]))
    expect(partOfLimit(one)).toBe(0.4)
    const gate = createSharedBudget({
      link: one,
      facts: () => ({ limit: 5, others: 0, ours: 0 }),
      clock: systemClock,
    }).wrap(async () => answer('alone'))
    expect((await gate(listLeads)).status).toBe(200)
    expect(await createLeadLocks(one).take('lead_1')).not.toBe(false)
    await redis.revive()
    await vi.waitFor(() => expect([one.isUp(), other.isUp()]).toEqual([true, true]), { timeout: 8000 })
    expect(partOfLimit(one)).toBe(1)
  }, 15_000)
})

/** `Promise.withResolvers`, which Node 20 does not have. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
