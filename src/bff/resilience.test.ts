import { expect, test } from 'vitest'
import { buildBff } from './build-bff.ts'
import { upstreamForTests } from './recording/upstream-for-tests.ts'
import { systemClock } from './writes/clock.ts'

const upstream = await upstreamForTests()

const leads = '/api/v2/agent/leads?limit=5'
const figures = '/api/v2/agent/analytics/summary?timeframe=all_time'
const anew = { 'x-konektor-purpose': 'anew' }

/** A clock that a test sets on; waits are real. */
function settableClock() {
  let aheadMs = 0
  return {
    now: () => systemClock.now() + aheadMs,
    after: systemClock.after,
    pass: (ms: number) => {
      aheadMs += ms
    },
  }
}

test('a hundred equal reads at once are one call; later ones none, and tell their age', async () => {
  upstream.fail({ fault: { kind: 'latency', ms: 30 }, times: 1 })
  const clock = settableClock()
  const { ask } = buildBff(upstream, { clock })
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask('GET', leads)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  clock.pass(7000)
  expect((await ask('GET', leads)).headers.get('age')).toBe('7')
  expect(upstream.requests).toHaveLength(1)
  expect((await ask('GET', leads, undefined, anew)).headers.get('age')).toBe('0')
  expect(upstream.requests).toHaveLength(2)
})

test('an upstream that fell over is felt by nobody who asks for what is kept, within its time, and within 50 ms', async () => {
  const clock = settableClock()
  const { ask } = buildBff(upstream, { clock })
  const text = await (await ask('GET', figures)).text()
  upstream.fail({ fault: { kind: 'reset', committed: false } })
  clock.pass(3600_000)
  for (let one = 0; one < 6; one += 1) await ask('GET', `${leads}&page=${one + 1}`)
  const calls = upstream.requests.length
  const tookMs: number[] = []
  // The quickest counts: the machine may be busy with something else.
  for (let one = 0; one < 5; one += 1) {
    const from = performance.now()
    await ask('GET', figures)
    await ask('GET', leads)
    tookMs.push(performance.now() - from)
  }
  expect(Math.min(...tookMs)).toBeLessThan(50)
  const stale = await ask('GET', figures)
  const none = await ask('GET', leads)
  expect([await stale.text(), stale.headers.get('age')]).toEqual([text, '3600'])
  expect([none.status, none.headers.get('retry-after')]).toEqual([502, '5'])
  expect(upstream.requests).toHaveLength(calls)
  const { data } = (await (await ask('GET', '/bff/status')).json()) as { data: { breaker: unknown } }
  expect(data.breaker).toEqual({ state: 'open', probeInS: 5 })
})

test('a used-up budget is told as busy with the time until there is room, and stands in the status', async () => {
  upstream.extraHeaders = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0' }
  const { ask } = buildBff(upstream, { clock: systemClock })
  await ask('GET', leads)
  const refused = await ask('GET', figures)
  expect(refused.status).toBe(503)
  expect(await refused.json()).toMatchObject({ error: { code: 'BUSY' } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50)
  expect((await ask('GET', leads)).status).toBe(200)
  const status = (await (await ask('GET', '/bff/status')).json()) as { data: { budget: unknown } }
  expect(status.data.budget).toEqual({
    limit: 60,
    left: 0,
    leftToRead: 0,
    resetsInS: expect.any(Number),
    ours: 1,
    others: 59,
  })
  expect(upstream.requests).toHaveLength(1)
})

test('a refused key is told to everybody without a call, and nothing kept is given out', async () => {
  const { ask } = buildBff(upstream)
  await ask('GET', leads)
  upstream.fail({ fault: { kind: 'error', status: 401, code: 'UNAUTHORIZED' } })
  expect((await ask('GET', figures)).status).toBe(401)
  for (const path of [leads, figures, leads]) expect((await ask('GET', path)).status).toBe(401)
  expect((await ask('POST', '/bff/tickets', { subject: 'Hello', message: 'There' })).status).toBe(401)
  expect(upstream.requests).toHaveLength(2)
  expect(await (await ask('GET', '/bff/status')).json()).toMatchObject({ data: { keyRefused: true } })
})
