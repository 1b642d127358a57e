import type { CampaignTotals } from '#parts/figures/campaign-rows.ts'
import type { Period } from '#queries/period.ts'
import type { CampaignGroup } from '../campaigns-view-codec.ts'
import type { ShownRow } from '../rows/campaign-groups.ts'

/** What each of the three charts is drawn from: the rows it has room for, and what all rows make together. */
export interface ChartProps {
  readonly rows: readonly ShownRow[]
  readonly by: CampaignGroup
  readonly period: Period
  readonly totals: CampaignTotals
  readonly totalsBefore: CampaignTotals | null
}
