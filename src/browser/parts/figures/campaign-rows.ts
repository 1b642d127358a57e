import type { Campaign, Summary } from '#contract/analytics.ts'
import { type RateRange, wilsonRange } from './campaign-wilson.ts'
import { type Known, knownCount, knownShare, knownSum } from './known-sum.ts'

export interface CampaignRow {
  /** Unique among the rows of one answer. */
  readonly id: string
  /** '' where the API gives none. */
  readonly name: string
  readonly platform: string
  readonly leads: Known
  readonly won: Known
  readonly value: Known
  readonly valuePerLead: Known
  readonly range: RateRange | null
}

export type CampaignTotals = Omit<CampaignRow, 'id' | 'name' | 'platform'>

/** The API's campaigns, those of most value first; unknown values come last. */
export function campaignRows(campaigns: readonly Campaign[]): readonly CampaignRow[] {
  return campaigns
    .map((campaign, index) => ({
      id: String(index),
      name: campaign.campaignName?.trim() ?? '',
      platform: campaign.adPlatform ?? '',
      ...figures(knownCount(campaign.leads), knownCount(campaign.conversions), knownCount(campaign.conversionValue)),
    }))
    .sort((a, b) => down(a.value, b.value) || down(a.won, b.won) || down(a.leads, b.leads) || up(a.name, b.name))
}

/** All rows as one. Known only where every row's part is. */
export function campaignTotals(rows: readonly CampaignRow[]): CampaignTotals {
  return figures(
    knownSum(rows.map((row) => row.leads)),
    knownSum(rows.map((row) => row.won)),
    knownSum(rows.map((row) => row.value)),
  )
}

function figures(leads: Known, won: Known, value: Known): CampaignTotals {
  return { leads, won, value, valuePerLead: knownShare(value, leads), range: wilsonRange(won, leads) }
}

/** What the ranges say about the campaigns. */
export type Verdict =
  | { readonly kind: 'too-few' }
  | { readonly kind: 'same' }
  /** `row` is surely ahead of `behind` of the `others`. */
  | { readonly kind: 'ahead'; readonly row: CampaignRow; readonly behind: number; readonly others: number }

/** Looks for a campaign whose range lies wholly above another's; the one that beats most is named. */
export function campaignVerdict(rows: readonly CampaignRow[]): Verdict {
  const rated = rows.flatMap((row) => (row.range === null ? [] : [{ row, range: row.range }]))
  if (rated.length < 2) return { kind: 'too-few' }
  // A range lies wholly below another where its high end does: counted in a sorted list, as there may be thousands.
  const highs = rated.map(({ range }) => range.high).sort((a, b) => a - b)
  const beaten = rated.map(({ row, range }) => ({ row, surely: range.low, behind: countBelow(highs, range.low) }))
  const best = beaten.reduce((a, b) => (b.behind > a.behind || (b.behind === a.behind && b.surely > a.surely) ? b : a))
  return best.behind === 0
    ? { kind: 'same' }
    : { kind: 'ahead', row: best.row, behind: best.behind, others: rated.length - 1 }
}

/** How many of the sorted numbers are less than the limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** What of the summary is in no campaign. */
export type Rest =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly leads: number; readonly won: number }
  /** The campaigns hold more than the summary: the two were not read at the same moment. */
  | { readonly kind: 'apart' }

export function campaignRest(totals: CampaignTotals, summary: Summary | undefined): Rest {
  const [allLeads, allWon] = [knownCount(summary?.totalLeads), knownCount(summary?.totalConversions)]
  if (allLeads === null || allWon === null || totals.leads === null || totals.won === null) return { kind: 'unknown' }
  const [leads, won] = [allLeads - totals.leads, allWon - totals.won]
  if (leads < 0 || won < 0) return { kind: 'apart' }
  return leads === 0 && won === 0 ? { kind: 'none' } : { kind: 'some', leads, won }
}

function down(a: Known, b: Known): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return b - a
}

function up(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
