import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitRange } from './day-range.ts'
import { readPeriod, readRange } from './period.ts'
import { dayAt, readInstant, startOfDay } from './zone-time.ts'

const berlin = 'Europe/Berlin'
const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString())
/** Wednesday, three days after Berlin left summer time (25 October 2026). */
const now = Date.parse('2026-10-28T12:00:00Z')

describe('presets over a clock change', () => {
  it.each([
    ['today', '2026-10-27T23:00:00.000Z'],
    // Noon UTC is 13:00 now and was 14:00 then: the wall clock counts.
    ['last_7_days', '2026-10-21T11:00:00.000Z'],
    ['last_30_days', '2026-09-28T11:00:00.000Z'],
    // Monday the 26th, in winter time already.
    ['current_week', '2026-10-25T23:00:00.000Z'],
    // The first, still in summer time.
    ['current_month', '2026-09-30T22:00:00.000Z'],
    ['all_time', null],
  ] as const)('%s begins at %s', (timeframe, from) => {
    const period = readPeriod({ timeframe }, now, berlin)
    expect(iso(period.from)).toBe(from)
    expect(period.to).toBeNull()
  })

  it('is the last 30 days unless asked otherwise, and custom as soon as one bound is given', () => {
    expect(readPeriod({}, now, berlin).timeframe).toBe('last_30_days')
    expect(readPeriod({ timeframe: 'today', to: '2026-10-01' }, now, berlin)).toMatchObject({
      timeframe: 'custom',
      from: null,
    })
  })
})

describe('bounds', () => {
  it('are local to the workspace without an offset, and exact with one', () => {
    expect(iso(readInstant('2026-10-25', berlin))).toBe('2026-10-24T22:00:00.000Z')
    expect(iso(readInstant('2026-10-26', berlin))).toBe('2026-10-25T23:00:00.000Z')
    expect(iso(readInstant('2026-10-25T12:00', berlin))).toBe('2026-10-25T11:00:00.000Z')
    expect(iso(readInstant('2026-10-25T12:00:00+0700', berlin))).toBe('2026-10-25T05:00:00.000Z')
  })

  it('start a day whose midnight is skipped at its first instant', () => {
    // Cairo went from 23:59:59 to 01:00 on 24 April 2026.
    expect(iso(readInstant('2026-04-24', 'Africa/Cairo'))).toBe('2026-04-23T22:00:00.000Z')
  })

  it('are refused when they run backwards, and may be equal', () => {
    expect(() => readRange({ from: '2026-01-02', to: '2026-01-01' }, ['from', 'to'], berlin)).toThrow('Invalid')
    expect(readRange({ from: '2026-01-01', to: '2026-01-01' }, ['from', 'to'], berlin).from).not.toBeNull()
  })

  it('survive the first and the last year that can be written', () => {
    expect(iso(readInstant('0000-01-01', berlin))).toMatch(/^1000-/)
    expect(iso(readInstant('9999-12-31', berlin))).toMatch(/^9999-/)
  })
})

it('cuts a range into whole days and parts that cover it exactly, over every clock change', () => {
  const instant = fc.integer({ min: Date.parse('2026-03-20Z'), max: Date.parse('2026-11-05Z') })
  const edge = fc.oneof(
    instant,
    instant.map((moment) => startOfDay(dayAt(moment, berlin), berlin)),
  )
  fc.assert(
    fc.property(fc.option(edge), fc.option(edge), instant, (one, other, moment) => {
      const isBackward = one !== null && other !== null && one > other
      const [from, to] = isBackward ? [other, one] : [one, other]
      const { fromDay, toDay, parts } = splitRange({ from, to }, berlin)
      const day = dayAt(moment, berlin).toString()
      const inDays = (fromDay === null || day >= fromDay) && (toDay === null || day < toDay)
      const inParts = parts.filter((part) => moment >= part.from && moment < part.to).length
      const isInside = (from === null || moment >= from) && (to === null || moment < to)
      expect((inDays ? 1 : 0) + inParts).toBe(isInside ? 1 : 0)
    }),
    { numRuns: 2000 },
  )
})
