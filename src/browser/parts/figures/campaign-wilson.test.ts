import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilsonRange } from './campaign-wilson.ts'

describe('wilsonRange', () => {
  // Reference: the score test's equation |p - won/leads| = z √(p (1 - p) / leads), solved by bisection; in per cent.
  it.each([
    [11, 132, 4.72, 14.31],
    [8, 85, 4.85, 17.49],
    [3, 45, 2.29, 17.86],
    [4, 19, 8.51, 43.33],
    [0, 10, 0, 27.75],
    [10, 10, 72.25, 100],
    [1, 1, 20.65, 100],
  ])('gives the known range of %d of %d', (won, leads, low, high) => {
    const range = wilsonRange(won, leads)
    expect((range?.low ?? Number.NaN) * 100).toBeCloseTo(low, 2)
    expect((range?.high ?? Number.NaN) * 100).toBeCloseTo(high, 2)
  })

  it.each([
    [null, 10],
    [1, null],
    [0, 0],
    [11, 10],
    [-1, 10],
  ])('gives nothing for %s of %s, which is no proportion', (won, leads) => {
    expect(wilsonRange(won, leads)).toBeNull()
  })

  it('always holds the rate, stays within 0 and 1, and narrows with more leads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (leads, seed) => {
        const won = seed % (leads + 1)
        const range = wilsonRange(won, leads)
        const narrower = wilsonRange(won * 4, leads * 4)
        if (range === null || narrower === null) throw new Error('no range')
        expect(range.low >= 0 && range.low <= range.rate && range.rate <= range.high && range.high <= 1).toBe(true)
        expect(narrower.high - narrower.low).toBeLessThan(range.high - range.low)
      }),
    )
  })
})
