import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rangeTicks } from './range-axis.ts'

it('has round ticks up to the first that covers the highest', () => {
  expect(rangeTicks(0.433, 5)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5])
  expect(rangeTicks(0.04, 5)).toEqual([0, 0.01, 0.02, 0.03, 0.04])
  expect(rangeTicks(1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
})

it('covers any share, in no more steps than asked, never beyond all', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 2, max: 8 }), (highest, most) => {
      const ticks = rangeTicks(highest, most)
      expect(ticks.at(0)).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest - 1e-9)
      expect(ticks.at(-1)).toBeLessThanOrEqual(1)
      expect(ticks.length - 1).toBeLessThanOrEqual(most)
    }),
  )
})
