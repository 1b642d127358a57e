import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { campaignRest, campaignRows, campaignTotals, campaignVerdict } from './campaign-rows.ts'

const promo = { campaignName: 'Promo', adPlatform: 'meta', leads: 85, conversions: 8, conversionValue: 32_000_000 }
const brand = { campaignName: 'Brand', adPlatform: 'google', leads: 45, conversions: 3, conversionValue: 12_000_000 }

describe('campaignRows', () => {
  it('puts the most value first and unknown value last', () => {
    const rows = campaignRows([{ ...brand, campaignName: 'Silent', conversionValue: null }, brand, promo])
    expect(rows.map((row) => row.name)).toEqual(['Promo', 'Brand', 'Silent'])
    expect(rows[2]?.valuePerLead).toBeNull()
  })

  it('keeps campaigns without a name and figures that are missing', () => {
    const [row] = campaignRows([{ campaignName: '  ', adPlatform: null }])
    expect(row).toMatchObject({ name: '', platform: '', leads: null, won: null, value: null, range: null })
  })

  it('tells two campaigns of one name apart', () => {
    const rows = campaignRows([promo, promo])
    expect(new Set(rows.map((row) => row.id)).size).toBe(2)
  })
})

describe('campaignTotals', () => {
  it('adds up what is known', () => {
    expect(campaignTotals(campaignRows([promo, brand]))).toMatchObject({ leads: 130, won: 11, value: 44_000_000 })
  })

  it('does not know a total that a missing figure is part of', () => {
    const totals = campaignTotals(campaignRows([promo, { ...brand, conversionValue: undefined }]))
    expect(totals).toMatchObject({ leads: 130, won: 11, value: null, valuePerLead: null })
  })
})

describe('campaignVerdict', () => {
  it('cannot tell campaigns apart whose ranges overlap', () => {
    expect(campaignVerdict(campaignRows([promo, brand])).kind).toBe('same')
  })

  it('names the one whose range lies above most others', () => {
    const strong = { campaignName: 'Strong', leads: 400, conversions: 160 }
    const weak = { campaignName: 'Weak', leads: 400, conversions: 8 }
    const tiny = { campaignName: 'Tiny', leads: 2, conversions: 1 }
    const verdict = campaignVerdict(campaignRows([weak, tiny, strong]))
    expect(verdict).toMatchObject({ kind: 'ahead', row: { name: 'Strong' }, behind: 1, others: 2 })
  })

  it('counts as behind just those whose whole range lies lower', () => {
    const counts = fc.tuple(fc.nat(400), fc.nat(400)).map(([won, lost]) => ({ conversions: won, leads: won + lost }))
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 12 }), (campaigns) => {
        const rows = campaignRows(campaigns)
        const ranges = rows.flatMap(({ range }) => range ?? [])
        const most = Math.max(0, ...ranges.map((one) => ranges.filter((other) => other.high < one.low).length))
        const verdict = campaignVerdict(rows)
        expect(verdict.kind === 'ahead' ? verdict.behind : 0).toBe(most)
      }),
    )
  })

  it('needs two campaigns with a rate', () => {
    expect(campaignVerdict(campaignRows([promo, { campaignName: 'Empty', leads: 0, conversions: 0 }])).kind).toBe(
      'too-few',
    )
  })
})

describe('campaignRest', () => {
  const totals = campaignTotals(campaignRows([promo, brand]))

  it('is what the summary has beyond the campaigns', () => {
    expect(campaignRest(totals, { totalLeads: 1133, totalConversions: 123 })).toEqual({
      kind: 'some',
      leads: 1003,
      won: 112,
    })
  })

  it('is none where they agree, and unknown without a summary', () => {
    expect(campaignRest(totals, { totalLeads: 130, totalConversions: 11 }).kind).toBe('none')
    expect(campaignRest(totals, undefined).kind).toBe('unknown')
    expect(campaignRest(totals, { totalLeads: 130 }).kind).toBe('unknown')
  })

  it('is no negative number where the two were read at different moments', () => {
    expect(campaignRest(totals, { totalLeads: 129, totalConversions: 11 }).kind).toBe('apart')
  })
})
