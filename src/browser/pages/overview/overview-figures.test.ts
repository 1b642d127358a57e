import { describe, expect, it } from 'vitest'
import { readFunnel } from '#parts/funnel/funnel-steps.ts'
import { overviewFigures } from './overview-figures.ts'

const summary = { totalLeads: 156, totalConversions: 12, totalConversionValue: 48_000_000 }
const funnel = readFunnel([
  { status: 'pageview', count: 36 },
  { status: 'new', count: 89 },
  { status: 'won', count: 12 },
  { status: 'lost', count: 19 },
])

describe('overviewFigures', () => {
  it('counts all but visits as leads, and takes the rate of them', () => {
    expect(overviewFigures(summary, funnel)).toEqual({
      leads: 120,
      visits: 36,
      won: 12,
      closed: 31,
      rate: 0.1,
      value: 48_000_000,
    })
  })

  it('lets the total stand in, visits included, where the funnel cannot be read', () => {
    const figures = overviewFigures(summary, null)
    expect(figures).toMatchObject({ leads: 156, visits: null, closed: null })
    expect(figures.rate).toBeCloseTo(12 / 156)
  })

  it('takes what both tell from the funnel, so that the figures agree with it, and the value from the summary alone', () => {
    expect(overviewFigures({}, funnel)).toMatchObject({ leads: 120, won: 12, rate: 0.1, value: null, closed: 31 })
    expect(overviewFigures({ totalLeads: 999, totalConversions: 1 }, funnel)).toMatchObject({ leads: 120, won: 12 })
  })

  it('keeps unknown what neither tells, and what cannot be', () => {
    expect(overviewFigures({}, null)).toMatchObject({ leads: null, won: null, rate: null, value: null })
    expect(overviewFigures({ totalConversionValue: -5 }, funnel)).toMatchObject({ value: null })
    expect(overviewFigures({ totalLeads: 4, totalConversions: 12 }, null)).toMatchObject({ rate: null })
  })

  it('has no rate of no leads', () => {
    expect(overviewFigures({ totalLeads: 0, totalConversions: 0 }, null)).toMatchObject({ leads: 0, rate: null })
  })
})
