import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Purpose, UpstreamAnswer } from '../upstream/upstream-call.ts'
import { UpstreamFailure } from '../upstream/upstream-failure.ts'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { createScheduler, patienceMs } from './scheduler.ts'
import { sharesOf } from './shares.ts'
import { createCountingUpstream, type UpstreamModel } from './testing/counting-upstream.ts'

/** A scheduler before an upstream that counts as the real one does. */
function begin(model: Partial<UpstreamModel> = {}) {
  const clock = createVirtualClock()
  const scheduler = createScheduler(clock)
  const upstream = createCountingUpstream(clock, { limit: 60, latencyMs: () => 50, window: 'fixed', ...model })
  const forward = scheduler.wrap(upstream.forward)
  const ends: {
    readonly purpose: Purpose
    readonly waitedMs: number
    readonly end: UpstreamAnswer | UpstreamFailure
  }[] = []
  function ask(purpose: Purpose, times = 1, signal?: AbortSignal): void {
    for (let one = 0; one < times; one += 1) {
      const from = clock.now()
      const note = (end: UpstreamAnswer | UpstreamFailure) =>
        void ends.push({ purpose, waitedMs: clock.now() - from, end })
      forward({ name: 'listLeads', purpose, ...(signal === undefined ? {} : { signal }) }).then(note, note)
    }
  }
  const refused = () => ends.flatMap(({ end }) => (end instanceof UpstreamFailure ? end : []))
  return { clock, scheduler, upstream, ask, ends, refused, forward }
}

/** The most that lay within any minute of the upstream's time. */
function mostInAMinute(times: readonly number[]): number {
  let most = 0
  let from = 0
  const sorted = [...times].sort((a, b) => a - b)
  sorted.forEach((at, index) => {
    while (at - (sorted[from] ?? at) >= 60_000) from += 1
    most = Math.max(most, index - from + 1)
  })
  return most
}

const purpose = fc.constantFrom<Purpose>('write', 'screen', 'look', 'refresh', 'bulk')
const steps = fc.array(
  fc.record({ purpose, times: fc.integer({ min: 1, max: 40 }), thenMs: fc.nat({ max: 25_000 }) }),
  { minLength: 1, maxLength: 40 },
)

describe('within any minute of the upstream', () => {
  const options = { numRuns: process.env.PROVE === '1' ? 3000 : 60 }

  test('whatever is asked: never over the limit nor over a share, nobody waits beyond bounds, and no 429', async () => {
    const plan = fc.record({
      limit: fc.constantFrom(1, 3, 10, 60, 120, 600),
      window: fc.constantFrom<UpstreamModel['window']>('fixed', 'rolling'),
      slownessMs: fc.constantFrom(5, 400, 9000),
      steps,
    })
    await fc.assert(
      fc.asyncProperty(plan, async ({ limit, window, slownessMs, steps: asked }) => {
        let count = 0
        const latencyMs = () => {
          count += 7919
          return 1 + (count % slownessMs)
        }
        const { clock, upstream, ask, ends, scheduler } = begin({ limit, window, latencyMs })
        ask('screen') // Before an answer nobody knows the limit.
        await clock.advance(10_000)
        let total = 1
        for (const { purpose: one, times, thenMs } of asked) {
          ask(one, times)
          total += times
          await clock.advance(thenMs)
        }
        await clock.runOut()
        const shares = sharesOf(limit)
        const at = (of: readonly Purpose[]) =>
          upstream.arrivals.filter(({ purpose: one }) => of.includes(one)).map(({ atMs }) => atMs)
        expect(mostInAMinute(at(['write', 'screen', 'refresh', 'bulk']))).toBeLessThanOrEqual(limit)
        expect(mostInAMinute(at(['write', 'screen']))).toBeLessThanOrEqual(shares.people)
        expect(mostInAMinute(at(['look', 'refresh', 'bulk']))).toBeLessThanOrEqual(shares.background)
        expect(upstream.tooOften()).toBe(0)
        expect(ends).toHaveLength(total)
        for (const { purpose: one, waitedMs, end } of ends) {
          expect(waitedMs).toBeLessThanOrEqual(patienceMs[one] + slownessMs)
          if (end instanceof UpstreamFailure) expect([end.kind, end.mayHaveActed]).toEqual(['busy', false])
        }
        expect(scheduler.facts().ours).toBeGreaterThanOrEqual(0)
      }),
      options,
    )
  }, 60_000)

  test('a rival who takes twenty of sixty gets no 429 from us, and neither do we', async () => {
    const { clock, upstream, ask } = begin()
    for (let second = 0; second < 600; second += 1) {
      if (second % 3 === 0) upstream.rival()
      if (second > 0) ask('screen', 1)
      if (second % 20 === 0) ask('write', 2)
      await clock.advance(1000)
    }
    await clock.runOut()
    expect(upstream.tooOften()).toBe(0)
    expect(upstream.rivalTooOften()).toBe(0)
    expect(upstream.arrivals.length).toBeGreaterThan(300)
  })

  test('a rival’s burst is seen in the next answer', async () => {
    const { clock, upstream, ask, scheduler, refused } = begin()
    ask('screen')
    await clock.advance(1000)
    upstream.rival(50)
    ask('screen')
    await clock.advance(1000)
    expect(scheduler.facts()).toMatchObject({ limit: 60, left: 8, ours: 2, others: 50 })
    ask('screen', 30)
    ask('write', 30)
    await clock.advance(1000)
    // Six of the last eight are for writes alone.
    expect(upstream.arrivals).toHaveLength(10)
    expect(upstream.tooOften()).toBe(0)
    expect(refused().every(({ kind, retryAfterMs }) => kind === 'busy' && (retryAfterMs ?? 0) > 50_000)).toBe(true)
  })
})

describe('the order', () => {
  test('is write, read on screen, look for news, refresh, bulk, and the oldest first', async () => {
    const { clock, upstream, ask } = begin()
    upstream.rival(57)
    ask('bulk', 3)
    await clock.advance(57_000)
    for (const one of ['bulk', 'refresh', 'look', 'screen', 'write'] as const) ask(one)
    await clock.runOut()
    const order = upstream.arrivals.slice(3).map(({ purpose: one }) => one)
    expect(order).toEqual(['write', 'screen', 'look', 'refresh', 'bulk'])
  })

  test('writes find room when reads on screen have taken all of theirs', async () => {
    const { clock, upstream, ask, refused } = begin()
    ask('screen', 70)
    await clock.advance(100)
    expect(upstream.arrivals).toHaveLength(42)
    ask('write', 6)
    await clock.advance(100)
    expect(upstream.arrivals).toHaveLength(48)
    await clock.advance(5000)
    expect(refused()).toHaveLength(28)
  })

  test('looks for news find room when refreshes have taken all of theirs', async () => {
    const { clock, upstream, ask } = begin()
    ask('refresh', 30)
    await clock.advance(100)
    expect(upstream.arrivals).toHaveLength(12)
    ask('look', 7)
    await clock.advance(100)
    expect(upstream.arrivals).toHaveLength(18)
  })

  test('background gets its twentieth though people ask all the time', async () => {
    const { clock, upstream, ask } = begin()
    upstream.rival(30)
    for (let second = 0; second < 300; second += 1) {
      ask('screen', 3)
      ask('write', 1)
      ask('bulk', 1)
      await clock.advance(1000)
      if (second % 60 === 59) upstream.rival(30)
    }
    await clock.runOut()
    const bulk = upstream.arrivals.filter(({ purpose: one }) => one === 'bulk')
    for (const minute of [1, 2, 3, 4]) {
      const start = (upstream.arrivals[0]?.atMs ?? 0) + minute * 60_000
      const within = bulk.filter(({ atMs }) => atMs >= start && atMs < start + 60_000)
      expect(within.length).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('a 429', () => {
  test.each([
    ['seconds', () => '17', 17_000],
    ['a date', (now: number) => new Date(now + 23_000).toUTCString(), 23_000],
    ['garbage', () => 'soon', 60_000],
    ['nothing', () => null, 60_000],
    ['a day', () => '86400', 300_000],
    ['a number beyond reason', () => '9'.repeat(30), 300_000],
  ])('with %s in Retry-After is obeyed to the second, with one probe after it', async (_, retryAfter, silentMs) => {
    // The upstream's clock is hours from ours, and right.
    const { clock, upstream, ask, ends } = begin({ clockOffsetMs: -3 * 3_600_000 })
    upstream.refuseNext(1, retryAfter)
    ask('screen')
    await clock.advance(50)
    const haltedAt = clock.now()
    for (let atMs = 0; atMs < silentMs; atMs += 1000) {
      ask('write')
      ask('screen')
      ask('bulk')
      await clock.advance(1000)
      const calls = upstream.arrivals.filter(({ atMs: at }) => at > haltedAt && at < haltedAt + silentMs - 1000)
      expect(calls).toEqual([])
    }
    upstream.refuseNext(1, () => '5')
    const before = upstream.arrivals.length
    ask('screen', 5)
    await clock.advance(2000)
    expect(upstream.arrivals.length - before).toBeLessThanOrEqual(1)
    await clock.advance(30_000)
    ask('screen', 3)
    await clock.runOut()
    expect(ends.slice(-3).every(({ end }) => !(end instanceof UpstreamFailure) && end.status === 200)).toBe(true)
  })

  test('with calls left is about something else: nothing halts', async () => {
    const { clock, upstream, ask } = begin()
    upstream.refuseNext(1, () => '3600', 12)
    ask('write')
    await clock.advance(100)
    ask('screen', 2)
    await clock.advance(100)
    expect(upstream.arrivals).toHaveLength(3)
  })
})

test('who leaves the queue costs nothing', async () => {
  const { clock, upstream, ask, refused } = begin({ limit: 1 })
  ask('screen')
  await clock.advance(57_000)
  const stop = new AbortController()
  ask('screen', 1, stop.signal)
  await clock.advance(1000)
  stop.abort()
  await clock.runOut()
  expect(upstream.arrivals).toHaveLength(1)
  expect(refused().map(({ kind }) => kind)).toEqual(['left'])
})

test('what surely never reached the upstream is not counted', async () => {
  const clock = createVirtualClock()
  const scheduler = createScheduler(clock)
  const gone = scheduler.wrap(() => Promise.reject(new UpstreamFailure('unreachable', false)))
  const lost = scheduler.wrap(() => Promise.reject(new UpstreamFailure('timeout', true)))
  for (const forward of [gone, gone, lost]) await forward({ name: 'listLeads' }).catch(() => undefined)
  expect(scheduler.facts().ours).toBe(1)
  await clock.advance(60_200)
  expect(scheduler.facts().ours).toBe(0)
})

test('a stop ends what waits, as never sent', async () => {
  const { clock, scheduler, ask, refused } = begin({ limit: 1 })
  ask('write')
  await clock.advance(50_000)
  ask('write')
  await clock.advance(100)
  scheduler.breakOff()
  await clock.advance(1)
  expect(refused().map(({ kind, mayHaveActed }) => [kind, mayHaveActed])).toEqual([['unreachable', false]])
})
