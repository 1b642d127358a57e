import { describe, expect, it } from 'vitest'
import { fullBar, funnelRows } from './funnel-rows.ts'
import { readFunnel } from './funnel-steps.ts'

const funnel = readFunnel([
  { status: 'pageview', count: 200, percentage: 80 },
  { status: 'new', count: 20, percentage: 8 },
  { status: 'qualified', count: 10, percentage: 4 },
  { status: 'won', count: 5, percentage: 2 },
  { status: 'lost', count: 10, percentage: 4 },
  { status: 'archived', count: 5, percentage: 2 },
])
const bars = (mode: 'now' | 'reached', showsVisits = false) =>
  funnelRows(funnel, mode, showsVisits).map(({ bar }) => [bar.id, bar.certain, bar.possible])

describe('funnelRows', () => {
  it('draws what is certain, then what is possible, in "how far they got"', () => {
    expect(bars('reached')).toEqual([
      ['new', 50, 0],
      ['qualified', 15, 15],
      ['won', 5, 0],
    ])
  })

  it('draws each status once, lost and unlisted ones too, in "where leads are now"', () => {
    expect(bars('now')).toEqual([
      ['new', 20, 0],
      ['qualified', 10, 0],
      ['won', 5, 0],
      ['lost', 10, 0],
      ['archived', 5, 0],
    ])
  })

  it('puts visits aside and above, where they are shown, without a share of the leads', () => {
    const rows = funnelRows(funnel, 'reached', true)
    expect(rows[0]).toMatchObject({ status: 'pageview', ofLeads: null, ofAll: 0.8, bar: { isAside: true } })
    expect(fullBar(rows)).toBe(200)
    expect(fullBar(funnelRows(funnel, 'reached', false))).toBe(50)
  })

  it('links no status that the API cannot filter by', () => {
    expect(funnelRows(funnel, 'now', false).map((row) => row.linked)).toEqual([
      'new',
      'qualified',
      'won',
      'lost',
      undefined,
    ])
  })
})
