import { describe, expect, it } from 'vitest'
import { funnelValue, isUnfinished, summaryValue } from './trend-figure.ts'

const entries = [
  { status: 'pageview', count: 40, percentage: 40 },
  { status: 'new', count: 42, percentage: 42 },
  { status: 'won', count: 12, percentage: 12 },
  { status: 'lost', count: 6, percentage: 6 },
]

describe('a piece of the trend', () => {
  it('counts leads without visits', () => {
    expect(funnelValue('leads', entries)).toEqual({ low: 0, high: 60, at: null, of: null })
    expect(funnelValue('won', entries)).toMatchObject({ high: 12 })
  })

  it('has a rate with its range, and none of nobody', () => {
    expect(funnelValue('rate', entries)).toMatchObject({ at: 0.2, of: { won: 12, leads: 60 } })
    expect(funnelValue('rate', [])).toBeNull()
  })

  it('is unknown where a part is', () => {
    expect(funnelValue('leads', [{ status: 'new' }])).toBeNull()
    expect(summaryValue({})).toBeNull()
    expect(summaryValue({ totalConversionValue: 0 })).toMatchObject({ high: 0 })
  })
})

describe('unfinished', () => {
  const today = '2026-11-26'
  const week = { first: '2026-11-09', last: '2026-11-15', isCut: false }

  it('are the days that are not over; those that were cut are merely short', () => {
    const running = { first: '2026-11-23', last: today, isCut: true }
    const cut = { first: '2026-10-28', last: '2026-11-01', isCut: true }
    for (const figure of ['leads', 'won', 'rate', 'value'] as const) {
      expect(isUnfinished(figure, running, today, 14)).toBe(true)
      expect(isUnfinished(figure, cut, today, 14)).toBe(false)
    }
  })

  it('are won, rate and value of leads that had less time than they are given; the number of leads is not', () => {
    expect(isUnfinished('leads', week, today, 14)).toBe(false)
    for (const figure of ['won', 'rate', 'value'] as const) {
      expect(isUnfinished(figure, week, today, 14)).toBe(true)
      expect(isUnfinished(figure, week, today, 10)).toBe(false)
    }
  })
})
