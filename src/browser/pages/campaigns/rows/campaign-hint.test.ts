import { expect, it } from 'vitest'
import type { Campaign } from '#contract/analytics.ts'
import { campaignRows } from '#parts/figures/campaign-rows.ts'
import { createNumberFormat } from '#words/number-format.ts'
import type { CampaignGroup } from '../campaigns-view-codec.ts'
import { groupRows, withBefore } from './campaign-groups.ts'
import { campaignHint } from './campaign-hint.ts'

const promo = { campaignName: 'Promo', adPlatform: 'meta', leads: 85, conversions: 8, conversionValue: 32_000_000 }

function hintOf(campaign: Campaign, before: Campaign | null = null, by: CampaignGroup = 'campaign') {
  const group = (one: Campaign) => groupRows(campaignRows([one]), by)
  const [row] = withBefore(group(campaign), before === null ? null : group(before))
  if (row === undefined) throw new Error('no row')
  const { title, lines } = campaignHint(row, by, createNumberFormat('en', 'IDR'))
  return [title, ...lines].map((line) => line.replaceAll('\u00a0', ' '))
}

it('says all that is known of a campaign, and honestly what it opens', () => {
  expect(hintOf(promo, { ...promo, leads: 70, conversions: 7, conversionValue: 1000 })).toEqual([
    'Promo',
    'Meta',
    '8 of 85 won',
    'Rate 9.4%, 95% range 4.8–17.5%',
    'Value Rp 32,000,000',
    'Previous period: 7 of 70 won, 10.0%, value Rp 1,000',
    'Opens all Meta leads of the period, with and without a campaign',
  ])
})

it('has no rate where there is none, and opens nothing where leads cannot be filtered', () => {
  expect(hintOf({ campaignName: '', adPlatform: 'snapchat', leads: 3, conversions: 9 })).toEqual([
    'No name',
    'Other: snapchat',
    '9 of 3 won',
    'Value –',
  ])
})

it('is about the platform where its campaigns are one row', () => {
  expect(hintOf({ ...promo, adPlatform: null }, null, 'platform').slice(0, 2)).toEqual(['No platform', '8 of 85 won'])
  expect(hintOf(promo, null, 'platform').slice(0, 2)).toEqual(['Meta', '8 of 85 won'])
})
