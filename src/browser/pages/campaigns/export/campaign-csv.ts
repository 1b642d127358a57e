import { exportColumns } from '#contract/export-note.ts'
import { type Cell, csvText } from '#parts/export/csv-text.ts'
import { type ExportHead, exportHeadRows } from '#parts/export/export-head.ts'
import type { ShownRow } from '../rows/campaign-groups.ts'

type Column = (typeof exportColumns.campaigns)[number]

const cells: Readonly<Record<Column, (row: ShownRow) => Cell>> = {
  campaignName: (row) => row.name,
  adPlatform: (row) => row.platform,
  leads: (row) => row.leads,
  conversions: (row) => row.won,
  conversionRate: (row) => row.range?.rate,
  conversionRateLow95: (row) => row.range?.low,
  conversionRateHigh95: (row) => row.range?.high,
  conversionValue: (row) => row.value,
  valuePerLead: (row) => row.valuePerLead,
  previousLeads: (row) => row.before?.leads,
  previousConversions: (row) => row.before?.won,
  previousConversionRate: (row) => row.before?.range?.rate,
  previousConversionValue: (row) => row.before?.value,
}

/**
 * The rows as they are shown, under the API's own words, behind a head that says what they are of. Rates are shares from
 * 0 to 1; unknown is empty. The columns are always the same, so that a program that reads one file reads them all: by
 * platform the name is empty, and so is the previous period where nothing is compared.
 */
export function campaignCsv(rows: readonly ShownRow[], head: ExportHead): string {
  const columns = exportColumns.campaigns
  return csvText([
    ...exportHeadRows(head),
    [...columns],
    ...rows.map((row) => columns.map((column) => cells[column](row))),
  ])
}
