import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodQuery } from '#contract/analytics.ts'
import { timeframes } from '#contract/vocabularies.ts'
import { comparisonOf, isMaturing } from './comparison.ts'
import { dayIn, type Period, periodDayLimits, periodDays, periodQueryOf } from './period.ts'
import { quarterHour, quarterHourMs } from './quarter-hour.ts'

const jakarta = 'Asia/Jakarta'
/** Thursday 26 November 2026, 14:07 in Jakarta. */
const thursday = '2026-11-26'
const now = Date.parse('2026-11-26T07:07:31Z')
const of = (period: Period, day = thursday, at = now) => comparisonOf(period, jakarta, day, at)

describe('the earlier period', () => {
  it('of today is the same weekday a week before, to the same quarter hour', () => {
    expect(of('today')).toEqual({
      present: { first: thursday, last: thursday, until: Date.parse('2026-11-26T07:00:00Z') },
      before: { first: '2026-11-19', last: '2026-11-19', until: Date.parse('2026-11-19T07:00:00Z') },
      query: { from: '2026-11-18T17:00:00.000Z', to: '2026-11-19T07:00:00.000Z' },
      presentQuery: { from: '2026-11-25T17:00:00.000Z', to: '2026-11-26T07:00:00.000Z' },
    })
  })

  it('asks for the present up to the same quarter hour where minutes weigh, and not where they do not', () => {
    expect(of('today')?.presentQuery).not.toBeNull()
    expect(of('last_7_days')?.presentQuery).toBeNull()
    expect(of({ first: '2026-11-25', last: '2026-11-25' })?.presentQuery).toBeNull()
  })

  it('that ends at a midnight ends with the day before it', () => {
    const justAfterMidnight = Date.parse('2026-11-25T17:05:00Z')
    expect(of('last_7_days', thursday, justAfterMidnight)).toMatchObject({
      present: { first: '2026-11-20', last: '2026-11-25', until: null },
      before: { first: '2026-11-13', last: '2026-11-18', until: null },
    })
  })

  it('of a day with 25 hours takes no hour of the next day', () => {
    const late = Date.parse('2026-10-25T22:30:00Z')
    expect(comparisonOf('today', 'Europe/Berlin', '2026-10-25', late)).toMatchObject({
      before: { first: '2026-10-18', last: '2026-10-18', until: null },
      query: { from: '2026-10-17T22:00:00.000Z', to: '2026-10-18T22:00:00.000Z' },
    })
  })

  it('of this week has the same weekdays, of this month the same days of the month before', () => {
    expect(of('current_week')?.before).toMatchObject({ first: '2026-11-16', last: '2026-11-19' })
    expect(of('current_month')?.before).toMatchObject({ first: '2026-10-01', last: '2026-10-26' })
  })

  it('of a month that is longer than the one before ends where the month begins', () => {
    const lastOfMarch = Date.parse('2026-03-31T07:00:00Z')
    expect(of('current_month', '2026-03-31', lastOfMarch)?.before).toMatchObject({
      first: '2026-01-29',
      last: '2026-02-28',
    })
  })

  it('of the last 30 days are the 30 before, as long as these have lasted', () => {
    const { query, before } = of('last_30_days') ?? {}
    expect(before).toMatchObject({ first: '2026-09-28', last: '2026-10-27' })
    expect(query).toEqual({ from: '2026-09-27T17:00:00.000Z', to: '2026-10-27T07:00:00.000Z' })
  })

  it('of whole days that are over is whole days, of a single day the same weekday', () => {
    expect(of({ first: '2026-11-01', last: '2026-11-10' })).toMatchObject({
      present: { until: null },
      before: { first: '2026-10-22', last: '2026-10-31', until: null },
    })
    expect(of({ first: '2026-11-25', last: '2026-11-25' })?.before).toMatchObject({ first: '2026-11-18' })
  })

  it('is none for all time, for what lies ahead, and in the first minutes of a day', () => {
    expect(of('all_time')).toBeNull()
    expect(of({ first: '2026-11-27', last: '2026-12-01' })).toBeNull()
    expect(of('today', thursday, Date.parse('2026-11-25T17:14:59Z'))).toBeNull()
    expect(of('today', thursday, Date.parse('2026-11-25T17:15:00Z'))).not.toBeNull()
  })
})

const zones = fc.constantFrom(jakarta, 'Asia/Kathmandu', 'Europe/Berlin', 'America/New_York', 'Pacific/Auckland')
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
const periods: fc.Arbitrary<Period> = fc.constantFrom(...timeframes)

describe('for any zone and moment', () => {
  it('the longest periods there are can be compared, and asked for', () => {
    const everything = { first: periodDayLimits.first, last: periodDayLimits.last }
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const comparison = comparisonOf(everything, zone, dayIn(zone, instant.getTime()), instant.getTime())
        expect(periodQuery.safeParse(comparison?.query).success).toBe(true)
        expect(periodQuery.safeParse(periodQueryOf(everything, zone, thursday)).success).toBe(true)
      }),
    )
  })

  it('browsers that ask within one quarter hour ask byte-equal queries', () => {
    fc.assert(
      fc.property(periods, zones, instants, fc.nat(quarterHourMs - 1), (period, zone, instant, later) => {
        const one = quarterHour(instant.getTime())
        const other = one + later
        const ask = (at: number) => {
          const day = dayIn(zone, at)
          return JSON.stringify([periodQueryOf(period, zone, day), comparisonOf(period, zone, day, at)?.query])
        }
        expect(ask(other)).toBe(ask(one))
      }),
    )
  })

  it('the earlier period is as long as what has passed of the present one, and never reaches into it', () => {
    fc.assert(
      fc.property(periods, zones, instants, (period, zone, instant) => {
        const at = instant.getTime()
        const day = dayIn(zone, at)
        const comparison = comparisonOf(period, zone, day, at)
        const present = periodQueryOf(period, zone, day)
        if (comparison === null || present.from === undefined) return
        const length = Date.parse(comparison.query.to) - Date.parse(comparison.query.from)
        const passed = quarterHour(at) - Date.parse(present.from)
        // A change of clocks inside one of the two costs an hour at most.
        expect(Math.abs(length - passed)).toBeLessThanOrEqual(3_600_000)
        expect(comparison.query.to <= present.from).toBe(true)
        expect(comparison.query.from < comparison.query.to).toBe(true)
      }),
    )
  })
})

it('a period matures as many days after its end as a lead is given', () => {
  expect(isMaturing('2026-11-26', thursday, 14)).toBe(true)
  // It ended at midnight of the 13th: on the 26th that is less than 14 days ago, whatever the hour.
  expect(isMaturing('2026-11-12', thursday, 14)).toBe(true)
  expect(isMaturing('2026-11-11', thursday, 14)).toBe(false)
  expect(isMaturing('2026-11-25', thursday, 1)).toBe(true)
  expect(isMaturing('2026-11-26', thursday, 0)).toBe(false)
  expect(periodDays('last_30_days', thursday)?.last).toBe(thursday)
})
