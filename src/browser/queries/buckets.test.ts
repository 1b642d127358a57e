import { parseDate } from '@internationalized/date'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketsOf, bucketUnits, bucketUnitsOf } from './buckets.ts'

const thirtyDays = { first: '2026-10-28', last: '2026-11-26' }

describe('the pieces of a period', () => {
  it('are weeks from Monday for 30 days, those at its ends cut', () => {
    expect(bucketsOf(thirtyDays, 'week')).toEqual([
      { first: '2026-10-28', last: '2026-11-01', isCut: true },
      { first: '2026-11-02', last: '2026-11-08', isCut: false },
      { first: '2026-11-09', last: '2026-11-15', isCut: false },
      { first: '2026-11-16', last: '2026-11-22', isCut: false },
      { first: '2026-11-23', last: '2026-11-26', isCut: true },
    ])
  })

  it('are quarters and years of the calendar', () => {
    const span = { first: '2025-12-15', last: '2026-04-02' }
    expect(bucketsOf(span, 'quarter').map(({ first, last }) => [first, last])).toEqual([
      ['2025-12-15', '2025-12-31'],
      ['2026-01-01', '2026-03-31'],
      ['2026-04-01', '2026-04-02'],
    ])
    expect(bucketsOf(span, 'year').map(({ first }) => first)).toEqual(['2025-12-15', '2026-01-01'])
  })

  it('lie side by side and fill the period, whatever the unit', () => {
    const days = fc
      .date({ min: new Date('1999-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 800 }), fc.constantFrom(...bucketUnits), (first, length, unit) => {
        const last = parseDate(first).add({ days: length }).toString()
        const buckets = bucketsOf({ first, last }, unit)
        expect(buckets[0]?.first).toBe(first)
        expect(buckets.at(-1)?.last).toBe(last)
        for (const [at, bucket] of buckets.entries()) {
          expect(bucket.first <= bucket.last).toBe(true)
          const next = buckets[at + 1]
          if (next !== undefined) expect(next.first).toBe(parseDate(bucket.last).add({ days: 1 }).toString())
        }
      }),
    )
  })
})

describe('the units of a trend', () => {
  it.each([
    ['a day has none', { first: '2026-11-26', last: '2026-11-26' }, []],
    ['7 days are drawn by day', { first: '2026-11-20', last: '2026-11-26' }, ['day']],
    ['30 days by week, by day on demand', thirtyDays, ['week', 'day']],
    ['a quarter by month, by week on demand', { first: '2026-09-01', last: '2026-11-26' }, ['month', 'week']],
    ['two years by quarter, by month on demand', { first: '2025-01-01', last: '2026-12-31' }, ['quarter', 'month']],
    ['ten years by year', { first: '2016-01-01', last: '2026-11-26' }, ['year']],
  ] as const)('%s', (_, span, units) => {
    expect(bucketUnitsOf(span)).toEqual(units)
  })

  it('cost few calls: at most 12 unasked, 31 asked, below 30 years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_950 }), (length) => {
        const span = { first: '2005-03-07', last: parseDate('2005-03-07').add({ days: length }).toString() }
        const [usual, finer] = bucketUnitsOf(span)
        if (usual === undefined) throw new Error('a longer period has a trend')
        const count = bucketsOf(span, usual).length
        expect(count).toBeLessThanOrEqual(usual === 'year' ? 31 : 12)
        if (finer !== undefined) expect(bucketsOf(span, finer).length).toBeLessThanOrEqual(31)
      }),
    )
  })
})
