import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Forward } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { breakerRules } from './breaker-rules.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'

type How = 'well' | 'error' | 'unreachable' | 'timeout' | 'invalid' | 'left' | 'busy' | 'too often' | 'hangs'

function begin() {
  const clock = createVirtualClock()
  const breaker = createCircuitBreaker(clock)
  const upstream = { how: 'well' as How, asked: 0 }
  const core: Forward = async () => {
    upstream.asked += 1
    const { how } = upstream
    await new Promise<void>((resolve) => clock.after(how === 'hangs' ? 10_000 : 20, resolve))
    if (how === 'hangs') throw new UpstreamFailure('timeout', true)
    if (how === 'well' || how === 'error' || how === 'too often') {
      const status = how === 'well' ? 200 : how === 'error' ? 500 : 429
      return { status, headers: {}, text: '', json: {}, documented: true, answeredAt: clock.now() }
    }
    throw new UpstreamFailure(how, how === 'timeout')
  }
  const forward = breaker.wrap(core)
  async function ask(how: How, times = 1) {
    upstream.how = how
    let last: unknown
    for (let one = 0; one < times; one += 1) {
      const asked = forward({ name: 'listLeads' }).then(
        ({ status }) => status,
        (failure: UpstreamFailure) => failure,
      )
      await clock.advance(how === 'hangs' ? 10_000 : 20)
      last = await asked
    }
    return last
  }
  return { clock, breaker, upstream, forward, ask }
}

describe('it opens', () => {
  test.each<How>(['error', 'unreachable', 'timeout', 'invalid'])(
    'at the fifth in a row that ended in: %s',
    async (how) => {
      const { ask, breaker } = begin()
      await ask(how, 4)
      await ask('well')
      await ask(how, 4)
      expect(breaker.facts().state).toBe('closed')
      await ask(how)
      expect(breaker.facts().state).toBe('open')
    },
  )

  test('at half of twenty within 30 s', async () => {
    const { ask, breaker } = begin()
    for (let pair = 0; pair < 9; pair += 1) {
      await ask('well')
      await ask('error')
    }
    await ask('well')
    expect(breaker.facts().state).toBe('closed')
    await ask('error')
    expect(breaker.facts().state).toBe('open')
  })

  test('not for half of twenty over a longer time', async () => {
    const { ask, breaker, clock } = begin()
    for (let pair = 0; pair < 40; pair += 1) {
      await ask('well')
      await ask('error')
      await clock.advance(4000)
    }
    expect(breaker.facts().state).toBe('closed')
  })

  test.each<How>(['left', 'busy', 'too often'])('never for what tells nothing of its health: %s', async (how) => {
    const { ask, breaker } = begin()
    await ask(how, 40)
    expect(breaker.facts().state).toBe('closed')
  })
})

describe('open', () => {
  test('it answers at once, as never sent, with the time of the next probe', async () => {
    const { ask, clock, forward, upstream } = begin()
    await ask('error', 5)
    await clock.advance(1000)
    const from = clock.now()
    const failure = await forward({ name: 'updateLead' }).catch((thrown: unknown) => thrown)
    expect(failure).toMatchObject({ kind: 'unreachable', mayHaveActed: false, retryAfterMs: 4000 })
    expect([clock.now() - from, upstream.asked]).toEqual([0, 5])
  })

  test.each<[How, unknown]>([
    ['error', 500],
    ['timeout', 'timeout'],
    ['invalid', 'invalid'],
  ])('a read is told what is wrong (%s), with the time of the next probe', async (how, expected) => {
    const { ask, forward } = begin()
    await ask(how, 5)
    const end = await forward({ name: 'listLeads' }).catch((failure: UpstreamFailure) => failure)
    if (end instanceof UpstreamFailure) expect(end).toMatchObject({ kind: expected, mayHaveActed: false })
    else expect([end.status, end.headers['retry-after']]).toEqual([expected, '5'])
  })

  test('it lets one probe through at a time', async () => {
    const { ask, clock, forward, upstream } = begin()
    await ask('error', 5)
    await clock.advance(5000)
    const all = Array.from({ length: 20 }, () => forward({ name: 'listLeads' }).catch(() => undefined))
    await clock.advance(100)
    await Promise.all(all)
    expect(upstream.asked).toBe(6)
  })

  test('a probe that never left makes room for the next', async () => {
    const { ask, clock, breaker, upstream } = begin()
    await ask('error', 5)
    await clock.advance(5000)
    await ask('busy')
    await ask('well')
    expect([breaker.facts().state, upstream.asked]).toEqual(['closed', 7])
  })

  test('an answer to what was sent before it opened does not close it', async () => {
    const { ask, clock, breaker, upstream, forward } = begin()
    upstream.how = 'hangs'
    const early = forward({ name: 'listLeads' }).catch(() => undefined)
    await ask('error', 5)
    await clock.advance(10_000)
    await early
    expect(breaker.facts().state).toBe('open')
  })
})

test('within 15 s of the upstream’s recovery all is well again, however it was ill before', async () => {
  const illness = fc.constantFrom<How>('error', 'unreachable', 'hangs')
  await fc.assert(
    fc.asyncProperty(
      illness,
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 50, max: 900 }),
      async (how, illS, everyMs) => {
        const { clock, upstream, forward, breaker } = begin()
        upstream.how = how
        const recoversAt = clock.now() + illS * 1000
        let wellSince: number | null = null
        for (let now = clock.now(); now < recoversAt + 20_000; now = clock.now()) {
          if (now >= recoversAt) upstream.how = 'well'
          const sentAt = now
          void forward({ name: 'listLeads' }).then(
            ({ status }) => {
              if (status === 200 && sentAt >= recoversAt) wellSince ??= sentAt
            },
            () => undefined,
          )
          await clock.advance(everyMs)
        }
        await clock.runOut()
        expect(breaker.facts().state).toBe('closed')
        expect((wellSince ?? Number.POSITIVE_INFINITY) - recoversAt).toBeLessThanOrEqual(15_000)
      },
    ),
    { numRuns: process.env.PROVE === '1' ? 1000 : 60 },
  )
}, 60_000)

test('an ill upstream is asked seldom', async () => {
  const { clock, upstream, forward } = begin()
  upstream.how = 'unreachable'
  for (let ms = 0; ms < 60_000; ms += 50) {
    void forward({ name: 'listLeads' }).catch(() => undefined)
    await clock.advance(50)
  }
  expect(upstream.asked).toBeLessThanOrEqual(5 + 60_000 / breakerRules.probeEveryMs)
})
