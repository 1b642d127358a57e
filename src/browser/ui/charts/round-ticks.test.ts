import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roundTicks } from './round-ticks.ts'

it('has round ticks up to the first that covers the highest', () => {
  expect(roundTicks(132, { mostSteps: 5, leastStep: 1 })).toEqual([0, 50, 100, 150])
  expect(roundTicks(61_500_000, { mostSteps: 4, leastStep: 1 })).toEqual([
    0, 20_000_000, 40_000_000, 60_000_000, 80_000_000,
  ])
  expect(roundTicks(1, { mostSteps: 5, leastStep: 1 })).toEqual([0, 1])
  expect(roundTicks(0, { mostSteps: 5, leastStep: 1 })).toEqual([0, 1])
})

it('covers any number, in no more steps than asked', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e15, noNaN: true }), fc.integer({ min: 2, max: 8 }), (highest, mostSteps) => {
      const ticks = roundTicks(highest, { mostSteps, leastStep: 1 })
      expect(ticks.at(0)).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-8))
      expect(ticks.length - 1).toBeLessThanOrEqual(mostSteps)
    }),
  )
})
