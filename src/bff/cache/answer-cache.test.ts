import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPolicies } from '#contract/read-policies.ts'
import type { Forward, UpstreamAnswer, UpstreamCall } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { createAnswerCache } from './answer-cache.ts'

type Next = (call: UpstreamCall) => Partial<UpstreamAnswer> | UpstreamFailure

/** A cache before an upstream that takes 100 ms, or as long as told, and answers with how often it was asked, or as told. */
function begin(maxBytes?: number) {
  const clock = createVirtualClock()
  const calls: UpstreamCall[] = []
  const upstream: { next: Next; latencyMs: number } = { next: () => ({}), latencyMs: 100 }
  let late = 0
  const core: Forward = async (call) => {
    calls.push(call)
    const count = calls.length
    const result = upstream.next(call)
    await new Promise<void>((resolve, reject) => {
      call.signal?.addEventListener('abort', () => reject(new UpstreamFailure('left', false)))
      clock.after(upstream.latencyMs, resolve)
    })
    if (result instanceof UpstreamFailure) throw result
    const json = { success: true, data: count }
    const bytes = new TextEncoder().encode(JSON.stringify(json))
    const headers = { 'x-request-id': `r-${count}`, 'x-ratelimit-remaining': '9' }
    return { status: 200, headers, bytes, json, documented: true, answeredAt: clock.now(), ...result }
  }
  const cache = createAnswerCache({
    clock,
    keyFingerprint: 'f',
    late: () => {
      late += 1
    },
    ...(maxBytes === undefined ? {} : { maxBytes }),
  })
  const forward = cache.wrap(core)
  async function ask(call: UpstreamCall): Promise<unknown> {
    const asked = forward(call).catch((failure: UpstreamFailure) => failure)
    await clock.advance(upstream.latencyMs)
    const answer = await asked
    if (answer instanceof UpstreamFailure) return answer.kind
    return answer.status < 300 ? answer.json.data : answer.status
  }
  return { clock, calls, upstream, cache, forward, ask, late: () => late }
}

const list: UpstreamCall = { name: 'listLeads', query: { limit: 50 } }
const lead: UpstreamCall = { name: 'getLead', params: { id: 'a' } }
const figures: UpstreamCall = { name: 'summary', query: { timeframe: 'all_time' } }
const edit = (fields: object, id = 'a'): UpstreamCall => ({ name: 'updateLead', params: { id }, body: fields })
const params = { id: 'a' }

describe('an answer', () => {
  test.each(Object.entries(readPolicies))(
    'of %s is given out as long as it is fresh, and no longer',
    async (name, policy) => {
      const { clock, ask } = begin()
      const call = { name: name as keyof typeof readPolicies, params }
      expect(await ask(call)).toBe(1)
      await clock.advance(policy.freshForMs - 101)
      expect(await ask(call)).toBe(1)
      await clock.advance(1)
      expect(await ask(call)).toBe(2)
    },
  )

  test.each(Object.entries(readPolicies))(
    'of %s stands in where the upstream fails, for its time',
    async (name, policy) => {
      const { clock, ask, upstream } = begin()
      const call = { name: name as keyof typeof readPolicies, params }
      await ask(call)
      await clock.advance(policy.staleForMs - 1000)
      for (const failed of [
        new UpstreamFailure('unreachable', false),
        new UpstreamFailure('timeout', true),
        new UpstreamFailure('busy', false, { retryAfterMs: 1000 }),
        { status: 500 },
        { status: 429 },
      ]) {
        upstream.next = () => failed
        expect(await ask(call)).toBe(1)
      }
      await clock.advance(1000)
      expect(await ask(call)).toBe(429)
    },
  )

  test('tells when the upstream gave it, fresh or stale, and no longer what was left then', async () => {
    const { clock, forward, ask, upstream } = begin()
    await ask(list)
    const answeredAt = clock.now()
    await clock.advance(4000)
    expect(await forward(list)).toMatchObject({ answeredAt, kept: 'fresh', headers: { 'x-request-id': 'r-1' } })
    expect(Object.keys((await forward(list)).headers)).toEqual(['x-request-id'])
    upstream.next = () => new UpstreamFailure('unreachable', false)
    await clock.advance(60_000)
    const stale = forward(list)
    await clock.advance(100)
    expect(await stale).toMatchObject({ answeredAt, kept: 'stale' })
  })

  test.each([401, 403, 404])('is not given out after a %i, nor when the upstream fails after that', async (status) => {
    const { clock, ask, upstream } = begin()
    await ask(lead)
    await clock.advance(5000)
    upstream.next = () => ({ status })
    expect(await ask(lead)).toBe(status)
    upstream.next = () => new UpstreamFailure('unreachable', false)
    expect(await ask(lead)).toBe('unreachable')
  })

  test('of anything is dropped after a 401, even one that was under way', async () => {
    const { clock, ask, upstream, forward } = begin()
    await ask(figures)
    const underWay = forward(list)
    upstream.next = () => ({ status: 401 })
    expect(await ask(edit({ notes: 'x' }))).toBe(401)
    await underWay
    upstream.next = () => new UpstreamFailure('unreachable', false)
    await clock.advance(1000)
    expect([await ask(figures), await ask(list)]).toEqual(['unreachable', 'unreachable'])
  })

  test('that is an error is not kept', async () => {
    const { ask, upstream, calls } = begin()
    upstream.next = () => ({ status: 400 })
    await ask(list)
    upstream.next = () => new UpstreamFailure('timeout', true)
    await ask(list)
    upstream.next = () => ({})
    expect(await ask(list)).toBe(3)
    expect(calls).toHaveLength(3)
  })

  test('to another question is another', async () => {
    const { ask } = begin()
    expect(await ask(list)).toBe(1)
    expect(await ask({ ...list, query: { limit: 50, status: 'new' } })).toBe(2)
    expect(await ask({ ...list, query: { status: undefined, limit: 50 } })).toBe(1)
  })
})

describe('equal reads at once', () => {
  test('are one call, a hundred of them', async () => {
    const { clock, forward, calls } = begin()
    const all = Array.from({ length: 100 }, () => forward(list))
    await clock.advance(100)
    expect(new Set((await Promise.all(all)).map(({ json }) => json.data))).toEqual(new Set([1]))
    expect(calls).toHaveLength(1)
  })

  test('hurt none when one leaves, and end the call when all have left', async () => {
    const { clock, forward, calls } = begin()
    const stops = [new AbortController(), new AbortController()]
    const [first, second] = stops.map(({ signal }) => forward({ ...list, signal }).catch(({ kind }) => kind))
    stops[0]?.abort()
    await clock.advance(10)
    expect(await first).toBe('left')
    const third = forward({ ...list, signal: new AbortController().signal })
    await clock.advance(100)
    expect(await second).toMatchObject({ status: 200 })
    expect(await third).toMatchObject({ status: 200 })
    const alone = new AbortController()
    const left = forward({ ...lead, signal: alone.signal }).catch(({ kind }) => kind)
    alone.abort()
    expect(await left).toBe('left')
    expect(calls[1]?.signal?.aborted).toBe(true)
    const anew = forward(lead)
    await clock.advance(100)
    expect(await anew).toMatchObject({ status: 200 })
  })

  test('fail together, and the next asks again', async () => {
    const { clock, forward, upstream, ask, calls } = begin()
    upstream.next = () => new UpstreamFailure('timeout', true)
    const all = [1, 2, 3].map(() => forward(list).catch(({ kind }) => kind))
    await clock.advance(100)
    expect(await Promise.all(all)).toEqual(['timeout', 'timeout', 'timeout'])
    upstream.next = () => ({})
    expect(await ask(list)).toBe(2)
    expect(calls).toHaveLength(2)
  })

  test('do not wait with one that is less urgent', async () => {
    const { clock, forward, calls } = begin()
    const slow = forward({ ...list, purpose: 'bulk' })
    const both = [forward(list), forward({ ...list, purpose: 'refresh' })]
    await clock.advance(100)
    await Promise.all([slow, ...both])
    expect(calls.map(({ purpose }) => purpose)).toEqual(['bulk', undefined])
  })
})

describe('a person who asks to look again', () => {
  test('gets a new answer, which is kept for all', async () => {
    const { ask } = begin()
    await ask(list)
    expect(await ask({ ...list, anew: true })).toBe(2)
    expect(await ask(list)).toBe(2)
  })

  test('is told that it failed', async () => {
    const { ask, upstream } = begin()
    await ask(list)
    upstream.next = () => ({ status: 500 })
    expect(await ask({ ...list, anew: true })).toBe(500)
    expect(await ask(list)).toBe(1)
  })
})

describe('a write', () => {
  test.each<[string, UpstreamCall, unknown[]]>([
    ['of a status drops the lead, lists and figures', edit({ status: 'won' }), [6, 7, 8, 4]],
    ['of a note drops the lead and lists, not figures', edit({ notes: 'x' }), [6, 7, 3, 4]],
    ['of another lead leaves this one', edit({ notes: 'x' }, 'b'), [6, 2, 3, 4]],
    ['that makes a lead drops lists and figures', { name: 'createLead', body: {} }, [6, 2, 7, 4]],
    ['of a ticket drops nothing', { name: 'createTicket', body: {} }, [1, 2, 3, 4]],
  ])('%s', async (_, write, expected) => {
    const { ask } = begin()
    const reads = [list, lead, figures, { name: 'workspace' } as const]
    for (const read of reads) await ask(read)
    await ask(write)
    const seen: unknown[] = []
    for (const read of reads) seen.push(await ask(read))
    expect(seen).toEqual(expected)
  })

  test.each([
    ['that ends without an answer', new UpstreamFailure('timeout', true), 3],
    ['that ends in an error of the upstream', { status: 500 }, 3],
    ['that was never sent', new UpstreamFailure('unreachable', false), 1],
    ['that is refused', { status: 400 }, 1],
  ])('%s drops what it may have touched', async (_, result, expected) => {
    const { ask, upstream } = begin()
    await ask(list)
    upstream.next = () => result
    await ask(edit({ notes: 'x' }))
    upstream.next = () => ({})
    expect(await ask(list)).toBe(expected)
  })

  test('is seen by who asks after it, though an older answer is still on its way', async () => {
    const { clock, forward, ask } = begin()
    const write = forward(edit({ notes: 'x' }))
    await clock.advance(50)
    const before = forward(list)
    await clock.advance(50)
    await write
    const after = forward(list)
    await clock.advance(100)
    expect([(await before).json.data, (await after).json.data]).toEqual([2, 3])
    expect(await ask(list)).toBe(3)
  })

  test('leaves older figures for an outage', async () => {
    const { ask, upstream } = begin()
    await ask(figures)
    await ask(list)
    await ask(edit({ status: 'won' }))
    upstream.next = () => new UpstreamFailure('unreachable', false)
    expect([await ask(figures), await ask(list)]).toEqual([1, 'unreachable'])
  })

  test('reads the lead itself, never what is kept, and what it read is kept', async () => {
    const { ask, calls } = begin()
    await ask(lead)
    expect(await ask({ ...lead, purpose: 'write' })).toBe(2)
    expect(await ask(lead)).toBe(2)
    await ask({ ...list, purpose: 'write' })
    await ask({ ...list, purpose: 'write' })
    expect(calls).toHaveLength(4)
  })
})

describe('a screen that would wait', () => {
  /** Kept, no longer fresh, before an upstream that takes two seconds. */
  async function beginSlow(call: UpstreamCall, forMs: number) {
    const all = begin()
    await all.ask(call)
    await all.clock.advance(forMs)
    all.upstream.latencyMs = 2000
    return all
  }

  test('is given what is kept after 300 ms, with its age; the call goes on for who asks next', async () => {
    const { clock, forward, calls } = await beginSlow(list, 20_000)
    const { signal } = new AbortController()
    const answer = forward({ ...list, signal })
    let isThere = false
    void answer.then(() => {
      isThere = true
    })
    await clock.advance(299)
    expect(isThere).toBe(false)
    await clock.advance(1)
    expect(await answer).toMatchObject({ kept: 'stale', answeredAt: clock.now() - 20_300 })
    await clock.advance(1700)
    expect((await forward(list)).json.data).toBe(2)
    expect(calls).toHaveLength(2)
  })

  test('is given the answer where that comes sooner', async () => {
    const { clock, forward, upstream } = await beginSlow(list, 20_000)
    upstream.latencyMs = 290
    const answer = forward(list)
    await clock.advance(290)
    expect(await answer).toMatchObject({ json: { data: 2 } })
  })

  test.each<[string, UpstreamCall, number, (cache: ReturnType<typeof begin>['cache']) => void]>([
    ['what is too old', list, 50_000, () => undefined],
    ['what a person asks anew', { ...list, anew: true }, 20_000, () => undefined],
    ['a refresh', { ...list, purpose: 'refresh' }, 20_000, () => undefined],
    ['a list in which a lead was seen to change', list, 20_000, (cache) => cache.touchLeads(['x'])],
    ['a lead that was seen to change', lead, 20_000, (cache) => cache.touchLeads(['a'])],
    ['figures that were seen to change', figures, 61_000, (cache) => cache.touchFigures()],
  ])('waits for %s', async (_, call, forMs, before) => {
    const { clock, forward, cache } = await beginSlow({ ...call, anew: false }, forMs)
    before(cache)
    const answer = forward(call)
    await clock.advance(2000)
    expect(await answer).toMatchObject({ json: { data: 2 } })
  })

  test('waits on where what is kept is touched while it waits', async () => {
    const { clock, forward, cache } = await beginSlow(lead, 20_000)
    const answer = forward(lead)
    await clock.advance(200)
    cache.touchLeads(null)
    await clock.advance(1800)
    expect(await answer).toMatchObject({ json: { data: 2 } })
  })

  test('of figures is told of through the stream when others have come meanwhile', async () => {
    const { clock, forward, upstream, late } = await beginSlow(figures, 61_000)
    await Promise.all([forward(figures), clock.advance(2000)])
    expect(late()).toBe(1)
    const bytes = new TextEncoder().encode('{"success":true,"data":2}')
    upstream.next = () => ({ bytes })
    await clock.advance(61_000)
    await Promise.all([forward(figures), clock.advance(2000)])
    expect(late()).toBe(1)
  })
})

test('whatever is asked and written, however slow: what is given out is never older than the last write that touched it', async () => {
  const step = fc.record({
    kind: fc.constantFrom('write', 'seen', 'list', 'lead', 'figures'),
    purpose: fc.constantFrom('screen', 'refresh', 'bulk', 'anew'),
    latencyMs: fc.constantFrom(100, 100, 700),
    thenMs: fc.oneof(fc.nat({ max: 900 }), fc.constantFrom(6000, 11_000, 62_000)),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { clock, forward, upstream, cache } = begin()
      let written = 0
      upstream.next = ({ name }) => {
        // The upstream reads when the call comes, and has written when it answers.
        if (name === 'updateLead') return {}
        const seen = written
        return { json: { data: seen }, bytes: new TextEncoder().encode(JSON.stringify({ data: seen })) }
      }
      const checks: Promise<void>[] = []
      for (const { kind, purpose, latencyMs, thenMs } of steps) {
        upstream.latencyMs = latencyMs
        if (kind === 'write') {
          const end = forward(edit({ status: 'won' })).then(() => {
            written += 1
          })
          checks.push(end)
        } else if (kind === 'seen') {
          // Somebody else wrote, and the live stream has seen it.
          written += 1
          cache.touchLeads(['a'])
          cache.touchFigures()
        } else {
          const confirmed = written
          const how = purpose === 'anew' ? { anew: true } : { purpose }
          const answered = forward({ ...{ list, lead, figures }[kind], ...how }).then(({ json, answeredAt }) => {
            expect(Number(json.data)).toBeGreaterThanOrEqual(confirmed)
            expect(answeredAt).toBeLessThanOrEqual(clock.now())
          })
          checks.push(answered)
        }
        await clock.advance(thenMs)
      }
      await clock.runOut()
      await Promise.all(checks)
    }),
    { numRuns: process.env.PROVE === '1' ? 5000 : 200 },
  )
})

test('memory is bounded to the byte, the least used goes first', async () => {
  const { forward, clock, cache, upstream } = begin(50_000)
  upstream.next = () => ({ bytes: new Uint8Array(8000) })
  for (let page = 1; page <= 40; page += 1) {
    const asked = [forward({ name: 'listLeads', query: { page } }), forward({ name: 'listLeads', query: { page: 1 } })]
    await clock.advance(100)
    await Promise.all(asked)
    expect(cache.facts().bytes).toBeLessThanOrEqual(50_000)
  }
  expect(cache.facts().entries).toBe(5)
  upstream.next = () => ({ bytes: new Uint8Array(60_000) })
  const large = forward(figures)
  await clock.advance(100)
  await large
  expect(cache.facts().entries).toBe(5)
})
