import { expect, test } from 'vitest'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { createWayWatch, type WayEvent } from './way-watch.ts'

const budget = { limit: 60, left: 30, leftToRead: 24, resetsInS: null, ours: 0, others: 0 }
const quiet: WayEvent = {
  kind: 'way',
  budget,
  breaker: { state: 'closed', probeInS: null },
  keyRefused: false,
  pollEveryMs: 8_000,
}

/** A watch over a way whose halt, if any, ends at a time. */
function watchOver() {
  const clock = createVirtualClock()
  const told: WayEvent[] = []
  let way = quiet
  let end: number | null = null
  const read = (): WayEvent => {
    const resetsInS = end === null ? null : Math.ceil((end - clock.now()) / 1000)
    return { ...way, budget: { ...way.budget, resetsInS } }
  }
  const watch = createWayWatch(clock, read, (event) => told.push(event))
  watch.turn(true)
  return {
    clock,
    told,
    set: (next: Partial<WayEvent['budget']>, until: number | null = null) => {
      way = { ...quiet, budget: { ...budget, ...next } }
      end = until
    },
  }
}

test('a halt is told once: its countdown runs by itself', async () => {
  const { clock, told, set } = watchOver()
  set({ left: 0, leftToRead: 0 }, clock.now() + 30_500)
  await clock.advance(25_000)
  expect(told).toHaveLength(1)
})

test('a halt that follows another without a gap is told, for it ends later', async () => {
  const { clock, told, set } = watchOver()
  set({ left: 0, leftToRead: 0 }, clock.now() + 10_000)
  await clock.advance(10_000)
  set({ left: 0, leftToRead: 0 }, clock.now() + 60_000)
  await clock.advance(4_000)
  expect(told.map((event) => event.budget.resetsInS)).toEqual([8, 58])
})

test('is told when nothing more can be read, although the count has hardly moved', async () => {
  const { clock, told, set } = watchOver()
  set({ leftToRead: 0 })
  await clock.advance(2_000)
  expect(told).toHaveLength(1)
})
