import type { PeriodQuery } from '#contract/analytics.ts'
import { useDisplay } from '#parts/display.tsx'
import { ExportButton } from '#parts/export/export-button.tsx'
import { exportFileName } from '#parts/export/export-head.ts'
import type { CampaignRow } from '#parts/figures/campaign-rows.ts'
import { periodSlug } from '#parts/period/period-slug.ts'
import type { Period } from '#queries/period.ts'
import { useStatus } from '#queries/status.ts'
import { useWorkspace } from '#queries/workspace.ts'
import * as m from '#words/m.ts'
import { campaignCsv } from './campaign-csv.ts'

interface CampaignExportsProps {
  readonly rows: readonly CampaignRow[]
  readonly period: Period
  readonly query: PeriodQuery
  readonly asOf: number | undefined
}

/** The figures of the page as a file. */
export function CampaignExports({ rows, period, query, asOf }: CampaignExportsProps) {
  const { zone, today } = useDisplay()
  const workspace = useWorkspace().data
  // Rather called invented than passed for real (safety S36).
  const isSample = useStatus().data?.upstream.kind !== 'live'
  const makeCsv = () => ({
    name: exportFileName('campaigns', periodSlug(period, today), isSample, 'csv'),
    // The mark tells spreadsheets that the text is UTF-8.
    content: new Blob(
      [
        '\uFEFF',
        campaignCsv(rows, {
          subject: 'campaigns',
          workspace: workspace?.displayName ?? null,
          isSample,
          query,
          zone,
          asOf,
          madeAt: Date.now(),
        }),
      ],
      { type: 'text/csv;charset=utf-8' },
    ),
  })
  return (
    <ExportButton
      title={m.campaigns_csv_title()}
      note={{ subject: 'campaigns', form: 'csv', rows: rows.length }}
      make={makeCsv}
    />
  )
}
