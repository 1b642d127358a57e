import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodQuery } from '#contract/analytics.ts'
import { timeframes } from '#contract/vocabularies.ts'
import { type Period, periodDays, periodQueryOf, spanInstants, todayIn } from './period.ts'

describe('the days of a period', () => {
  const tuesday = '2026-11-24'

  it.each([
    ['today', '2026-11-24'],
    ['last_7_days', '2026-11-18'],
    ['last_30_days', '2026-10-26'],
    ['current_week', '2026-11-23'],
    ['current_month', '2026-11-01'],
  ] as const)('of %s begin on %s and end today', (period, first) => {
    expect(periodDays(period, tuesday)).toEqual({ first, last: tuesday })
  })

  it('begin the week on Monday, on a Sunday too', () => {
    expect(periodDays('current_week', '2026-11-29')).toEqual({ first: '2026-11-23', last: '2026-11-29' })
    expect(periodDays('current_week', '2026-11-23')).toEqual({ first: '2026-11-23', last: '2026-11-23' })
  })

  it('are unbounded for all time, which is the only one sent by name', () => {
    expect(periodDays('all_time', tuesday)).toBeNull()
    expect(periodQueryOf('all_time', 'Asia/Jakarta', tuesday)).toEqual({ timeframe: 'all_time' })
  })
})

describe('the bounds of a period', () => {
  it('are local midnights, the last one after the last day', () => {
    expect(spanInstants({ first: '2026-11-24', last: '2026-11-24' }, 'Asia/Jakarta')).toEqual({
      from: '2026-11-23T17:00:00.000Z',
      to: '2026-11-24T17:00:00.000Z',
    })
  })

  it('make a day of 23 hours when summer time begins and of 25 when it ends', () => {
    const hours = (day: string, zone: string) => {
      const { from, to } = spanInstants({ first: day, last: day }, zone)
      return (Date.parse(to) - Date.parse(from)) / 3_600_000
    }
    expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23)
    expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25)
    expect(hours('2026-07-01', 'Europe/Berlin')).toBe(24)
  })

  it('begin at the first moment of a day that has no midnight', () => {
    // Beirut's clocks went from 00:00 to 01:00 on that day.
    const { from } = spanInstants({ first: '2024-03-31', last: '2024-03-31' }, 'Asia/Beirut')
    expect(from).toBe('2024-03-30T22:00:00.000Z')
  })
})

const zones = fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland')
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
const dayIn = (instant: Date, zone: string) => instant.toLocaleDateString('sv-SE', { timeZone: zone })
const periods: fc.Arbitrary<Period> = fc.constantFrom(...timeframes)

describe('for any zone and any moment', () => {
  it('two browsers that ask the same on the same local day ask byte-equal queries', () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 86_400 }), periods, (zone, instant, seconds, period) => {
        const other = new Date(instant.getTime() + seconds * 1000)
        fc.pre(dayIn(instant, zone) === dayIn(other, zone))
        const ask = (at: Date) => JSON.stringify(periodQueryOf(period, zone, dayIn(at, zone)))
        expect(ask(other)).toBe(ask(instant))
      }),
    )
  })

  it('the period holds the moment, begins and ends at a local midnight, and the wire accepts it', () => {
    fc.assert(
      fc.property(zones, instants, periods, (zone, instant, period) => {
        const query = periodQueryOf(period, zone, dayIn(instant, zone))
        expect(periodQuery.safeParse(query).success).toBe(true)
        if (query.from === undefined || query.to === undefined) return
        expect(Date.parse(query.from)).toBeLessThanOrEqual(instant.getTime())
        expect(Date.parse(query.to)).toBeGreaterThan(instant.getTime())
        for (const bound of [query.from, query.to]) {
          expect(new Date(bound).toLocaleTimeString('en-GB', { timeZone: zone })).toBe('00:00:00')
        }
      }),
    )
  })

  it('neighbouring days touch and never overlap', () => {
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const day = dayIn(instant, zone)
        const next = dayIn(new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000), 'UTC')
        const { to } = spanInstants({ first: day, last: day }, zone)
        expect(spanInstants({ first: next, last: next }, zone).from).toBe(to)
      }),
    )
  })
})

it('today is the day of the zone', () => {
  expect(todayIn('Asia/Jakarta')).toBe(dayIn(new Date(), 'Asia/Jakarta'))
})
