import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildBff } from '../build-bff.ts'
import { type RecordingUpstream, startRecordingUpstream } from '../recording/recording-upstream.ts'
import { systemClock } from '../writes/clock.ts'
import { openRedisLink } from './redis-link.ts'
import { redisProgram, startRedis, type TestRedis } from './testing/redis-server.ts'

const leadId = 'lead_abc123'
const path = `/bff/leads/${leadId}`
const list = '/api/v2/agent/leads?limit=10'

// Where no server program is installed nothing of this can be shown; `npm test` counts these as skipped.
describe.runIf(redisProgram !== null)('two servers on one Redis', () => {
  let redis: TestRedis
  let upstream: RecordingUpstream
  let servers: ReturnType<typeof buildBff>[] = []

  beforeAll(async () => {
    ;[redis, upstream] = await Promise.all([startRedis(), startRecordingUpstream()])
  })
  beforeEach(async () => {
    upstream.reset()
    const workspace = randomUUID()
    const open = () => openRedisLink({ url: redis.url, workspace, now: () => systemClock.now() })
    servers = [await open(), await open()].map((link) => buildBff(upstream, { link, clock: systemClock }))
    return async () => {
      await Promise.all(servers.map(({ bff }) => bff.close()))
    }
  })
  afterAll(async () => {
    await Promise.all([redis.close(), upstream.close()])
  })

  const ask = (server: 0 | 1, ...rest: Parameters<ReturnType<typeof buildBff>['ask']>) => {
    const one = servers[server]
    if (one === undefined) throw new Error('No such server')
    return one.ask(...rest)
  }
  const change = (writeId: string, status: string) => ({
    writeId,
    base: { values: { status: 'new' } },
    changes: { status },
  })
  const held = async (server: 0 | 1, writeId: string) => {
    const { data } = (await (await ask(server, 'GET', `/bff/holds?ids=${writeId}`)).json()) as {
      data: { startedAt: string; writes: { id: string; state: string; dueInMs: number | null }[] }
    }
    return data
  }

  it('ask for the same once, and one’s write is seen by the other', async () => {
    await ask(0, 'GET', list)
    await vi.waitFor(async () => {
      await ask(1, 'GET', list)
      expect(upstream.requests.filter(({ method }) => method === 'GET')).toHaveLength(1)
    })
    const writeId = randomUUID()
    const saved = await ask(0, 'PATCH', path, {
      writeId,
      base: { values: { priority: 'medium' } },
      changes: { priority: 'high' },
    })
    expect(saved.status).toBe(200)
    // The way to the other is a message, not a lock: a matter of a millisecond.
    await vi.waitFor(async () => {
      const seen = (await (await ask(1, 'GET', list)).json()) as { data: { priority: string }[] }
      expect(seen.data[0]?.priority).toBe('high')
    })
  })

  it('tell of each other’s held changes, and take them back', async () => {
    const writeId = randomUUID()
    expect((await ask(0, 'PATCH', path, change(writeId, 'contacted'))).status).toBe(202)
    const { writes } = await vi.waitFor(async () => {
      const known = await held(1, writeId)
      expect(known.writes).toHaveLength(1)
      return known
    })
    expect(writes[0]).toMatchObject({ id: writeId, state: 'held' })
    const undone = await ask(1, 'DELETE', `/bff/holds/${writeId}`)
    expect([undone.status, ((await undone.json()) as { data: unknown }).data]).toMatchObject([200, { state: 'undone' }])
    expect((await held(0, writeId)).writes[0]).toMatchObject({ state: 'undone' })
    expect((await ask(1, 'DELETE', `/bff/holds/${writeId}`)).status).toBe(409)
    expect(upstream.requests).toEqual([])
  })

  it('tell of each other’s writes from their beginning: one that is on its way has not "never come"', async () => {
    upstream.fail({ fault: { kind: 'latency', ms: 1000 }, method: 'POST', times: 1 })
    const writeId = randomUUID()
    const creating = ask(0, 'POST', '/bff/leads', { writeId, lead: { firstName: 'Sari', phone: '+6281234567890' } })
    await vi.waitFor(() => expect(upstream.requests).toHaveLength(1))
    expect((await held(1, writeId)).writes).toMatchObject([{ id: writeId, state: 'sending' }])
    expect((await creating).status).toBe(201)
  })

  it('take the same write once, whichever it reaches', async () => {
    const writeId = randomUUID()
    const body = { writeId, base: { values: { priority: 'medium' } }, changes: { priority: 'high' } }
    const answers = await Promise.all([ask(0, 'PATCH', path, body), ask(1, 'PATCH', path, body)])
    expect(answers.every(({ status }) => status === 200 || status === 202)).toBe(true)
    await vi.waitFor(async () => expect((await held(1, writeId)).writes[0]?.state).toBe('saved'))
    expect(upstream.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  })

  it('write one lead one after the other: who comes second is compared with what the first has saved', async () => {
    upstream.fail({ fault: { kind: 'latency', ms: 300 }, method: 'PATCH', times: 1 })
    const ids = [randomUUID(), randomUUID()]
    const body = (at: 0 | 1, priority: string) => ({
      writeId: ids[at],
      base: { values: { priority: 'medium' } },
      changes: { priority },
    })
    await Promise.all([ask(0, 'PATCH', path, body(0, 'high')), ask(1, 'PATCH', path, body(1, 'low'))])
    await vi.waitFor(async () => {
      const states = (await held(0, ids.join(','))).writes.map(({ state }) => state)
      expect(states.sort()).toEqual(['conflict', 'saved'])
    }, 5000)
    expect(upstream.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  })

  it('look at the upstream once for all browsers, and tell of each other’s writes', async () => {
    const streams = await Promise.all([ask(0, 'GET', '/bff/events'), ask(1, 'GET', '/bff/events')])
    const readers = streams.map(({ body }) => body?.getReader())
    const looks = () => upstream.requests.filter(({ target }) => target.includes('sortBy=updatedAt'))
    await vi.waitFor(() => expect(looks()).toHaveLength(1))
    const body = { writeId: randomUUID(), base: { values: { priority: 'medium' } }, changes: { priority: 'high' } }
    await ask(0, 'PATCH', path, body)
    let told = ''
    while (!told.includes('"priority":"high"')) {
      told += new TextDecoder().decode((await readers[1]?.read())?.value)
    }
    expect(told).toContain('"kind":"leads"')
    expect(looks()).toHaveLength(1)
    await Promise.all(readers.map((reader) => reader?.cancel()))
  })

  it('go on alone when Redis is gone, and say so', async () => {
    await redis.kill()
    await vi.waitFor(async () => {
      const { data } = (await (await ask(0, 'GET', '/bff/status')).json()) as {
        data: { replicas: { linked: boolean } }
      }
      expect(data.replicas.linked).toBe(false)
    })
    const writeId = randomUUID()
    const before = new Date().toISOString()
    const saved = await ask(0, 'PATCH', path, {
      writeId,
      base: { values: { priority: 'medium' } },
      changes: { priority: 'high' },
    })
    expect(saved.status).toBe(200)
    expect((await ask(1, 'GET', list)).status).toBe(200)
    const waiting = randomUUID()
    expect((await ask(0, 'PATCH', path, change(waiting, 'contacted'))).status).toBe(202)
    expect((await ask(1, 'DELETE', `/bff/holds/${waiting}`)).status, 'it is not gone, nobody can be asked').toBe(503)
    expect((await ask(0, 'DELETE', `/bff/holds/${waiting}`)).status).toBe(200)
    const asked = await held(1, writeId)
    expect(asked.writes).toEqual([])
    expect(asked.startedAt >= before, 'what is not listed may be known elsewhere').toBe(true)
    await redis.revive()
  })
})
