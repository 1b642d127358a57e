import { exportColumns } from '#contract/export-note.ts'
import { type Cell, csvText } from '#parts/export/csv-text.ts'
import { type ExportHead, exportHeadRows } from '#parts/export/export-head.ts'
import type { CampaignRow } from '#parts/figures/campaign-rows.ts'

type Column = (typeof exportColumns.campaigns)[number]

const cells: Readonly<Record<Column, (row: CampaignRow) => Cell>> = {
  campaignName: (row) => row.name,
  adPlatform: (row) => row.platform,
  leads: (row) => row.leads,
  conversions: (row) => row.won,
  conversionRate: (row) => row.range?.rate,
  conversionRateLow95: (row) => row.range?.low,
  conversionRateHigh95: (row) => row.range?.high,
  conversionValue: (row) => row.value,
  valuePerLead: (row) => row.valuePerLead,
}

/** The campaigns under the API's own words, behind a head that says what they are of. Rates are shares from 0 to 1; unknown is empty. */
export function campaignCsv(rows: readonly CampaignRow[], head: ExportHead): string {
  const columns = exportColumns.campaigns
  return csvText([
    ...exportHeadRows(head),
    [...columns],
    ...rows.map((row) => columns.map((column) => cells[column](row))),
  ])
}
