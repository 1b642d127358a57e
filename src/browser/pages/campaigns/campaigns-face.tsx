import { type ReactNode, useRef } from 'react'
import type { Campaign, PeriodQuery, Summary } from '#contract/analytics.ts'
import { useDisplay } from '#parts/display.tsx'
import { campaignRows, campaignTotals } from '#parts/figures/campaign-rows.ts'
import { useWide } from '#parts/use-wide.ts'
import type { Period } from '#queries/period.ts'
import type { View } from '#queries/view.ts'
import { Segmented } from '#ui/segmented.tsx'
import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'
import { CampaignChart } from './chart/campaign-chart.tsx'
import { CampaignExports } from './export/campaign-exports.tsx'
import { groupRows, withBefore } from './rows/campaign-groups.ts'
import { orderRows } from './rows/campaign-order.ts'
import { bareName } from './rows/row-words.ts'
import type { SortingProps } from './table/campaign-sorting.tsx'
import { CampaignTable } from './table/campaign-table.tsx'

interface CampaignsFaceProps extends SortingProps {
  readonly campaigns: readonly Campaign[]
  /** The previous period, once it is there; null where nothing is compared. */
  readonly before: readonly Campaign[] | null
  readonly summary: View<Summary>
  readonly period: Period
  readonly query: PeriodQuery
  readonly queryBefore: PeriodQuery | null
  readonly asOf: number | undefined
  /** Both ranges in words, where something is compared. */
  readonly compareLine: ReactNode
}

/** The campaigns once they are there: what is drawn, one chart, the table with all of it. */
export function CampaignsFace({ campaigns, before, summary, view, onView, ...props }: CampaignsFaceProps) {
  const { locale } = useDisplay()
  const isWide = useWide()
  const frame = useRef<HTMLDivElement>(null)
  const { by, sort, order } = view
  const grouped = groupRows(campaignRows(campaigns), by)
  const groupedBefore = before === null ? null : groupRows(campaignRows(before), by)
  const rows = orderRows(withBefore(grouped, groupedBefore), sort, order, {
    locale,
    nameOf: (row) => bareName(row, by),
    platformOf: (row) => platformWord(row.platform),
  })
  const totals = campaignTotals(grouped)
  const totalsBefore = groupedBefore === null ? null : campaignTotals(groupedBefore)
  const { period, query, asOf, compareLine } = props
  const shared = { rows, totals, period, query, asOf }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2 print:hidden">
        <Segmented
          label={m.campaigns_choice()}
          options={[
            { value: 'rate', label: isWide ? m.campaigns_choice_rate() : m.campaigns_sort_rate() },
            { value: 'volume', label: isWide ? m.campaigns_choice_volume() : m.campaigns_leads() },
            { value: 'value', label: isWide ? m.campaigns_choice_value() : m.campaigns_value() },
          ]}
          value={view.chart}
          onChange={(chart) => onView({ chart })}
        />
        <Segmented
          label={m.campaigns_by()}
          options={[
            { value: 'campaign', label: m.campaigns_by_campaign() },
            { value: 'platform', label: m.campaigns_by_platform() },
          ]}
          value={by}
          onChange={(next) => onView({ by: next })}
        />
        <div className="ml-auto flex flex-wrap items-center gap-2">
          <CampaignExports {...props} rows={rows} view={view} frame={frame} />
        </div>
      </div>
      <CampaignChart
        {...shared}
        chart={view.chart}
        by={by}
        totalsBefore={totalsBefore}
        frame={frame}
        compareLine={compareLine}
      />
      <CampaignTable
        {...shared}
        totalsBefore={totalsBefore ?? undefined}
        summary={summary}
        view={view}
        onView={onView}
      />
    </div>
  )
}
