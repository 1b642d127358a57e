import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Campaign } from '#contract/analytics.ts'
import { campaignRows, campaignTotals } from '#parts/figures/campaign-rows.ts'
import { wilsonRange } from '#parts/figures/campaign-wilson.ts'
import { groupRows, withBefore } from './campaign-groups.ts'

const promo = { campaignName: 'Promo', adPlatform: 'meta', leads: 85, conversions: 8, conversionValue: 32_000_000 }
const katalog = { campaignName: 'Katalog', adPlatform: 'meta', leads: 40, conversions: 2, conversionValue: 5_000_000 }
const brand = { campaignName: 'Brand', adPlatform: 'google', leads: 45, conversions: 3, conversionValue: 12_000_000 }

const byPlatform = (campaigns: readonly Campaign[]) => groupRows(campaignRows(campaigns), 'platform')
const byCampaign = (campaigns: readonly Campaign[]) => groupRows(campaignRows(campaigns), 'campaign')

describe('by platform', () => {
  it('adds up the campaigns of one platform, with the range of the sum', () => {
    const rows = byPlatform([promo, brand, katalog])
    expect(rows.map((row) => row.platform)).toEqual(['meta', 'google'])
    expect(rows[0]).toMatchObject({ leads: 125, won: 10, value: 37_000_000, range: wilsonRange(10, 125) })
  })

  it('gives a row to no platform and to one that nobody listed', () => {
    const rows = byPlatform([promo, { ...brand, adPlatform: null }, { ...katalog, adPlatform: 'snapchat' }])
    expect(rows.map((row) => row.platform).toSorted()).toEqual(['', 'meta', 'snapchat'])
  })

  it('does not know a sum that a missing figure is part of, and knows the others', () => {
    const rows = byPlatform([promo, { ...katalog, conversionValue: null }, brand])
    expect(rows.find((row) => row.platform === 'meta')).toMatchObject({ leads: 125, value: null, valuePerLead: null })
    expect(rows.find((row) => row.platform === 'google')).toMatchObject({ value: 12_000_000 })
  })

  it('never changes what the campaigns add up to', () => {
    const figure = fc.option(fc.nat(1_000_000))
    const campaigns = fc.array(
      fc.record({
        campaignName: fc.string(),
        adPlatform: fc.constantFrom('meta', 'google', 'snapchat', '', null),
        leads: figure,
        conversions: figure,
        conversionValue: figure,
      }),
    )
    fc.assert(
      fc.property(campaigns, (answer) => {
        expect(campaignTotals(byPlatform(answer))).toEqual(campaignTotals(campaignRows(answer)))
      }),
    )
  })
})

describe('the rows', () => {
  it('keep their ids where the answer comes in another order', () => {
    const ids = (rows: ReturnType<typeof byCampaign>) => new Map(rows.map((row) => [row.name, row.id]))
    expect(ids(byCampaign([brand, promo]))).toEqual(ids(byCampaign([promo, brand])))
  })

  it('are told apart where two have one name', () => {
    const rows = byCampaign([promo, promo, { ...promo, adPlatform: 'google' }])
    expect(new Set(rows.map((row) => row.id)).size).toBe(3)
  })
})

describe('the previous period', () => {
  it('stands beside the same campaign of the same platform', () => {
    const rows = withBefore(byCampaign([promo, brand]), byCampaign([{ ...promo, leads: 70 }, katalog]))
    expect(rows.map((row) => [row.name, row.before?.leads ?? null])).toEqual([
      ['Promo', 70],
      ['Brand', null],
    ])
  })

  it('is unknown for two of one name, and without an answer', () => {
    const twice = withBefore(byCampaign([promo, promo]), byCampaign([promo, promo]))
    expect(twice.map((row) => row.before)).toEqual([null, null])
    expect(withBefore(byCampaign([promo]), null)[0]?.before).toBeNull()
  })
})
