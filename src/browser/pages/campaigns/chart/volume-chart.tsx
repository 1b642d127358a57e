import { Link } from 'react-router'
import { useDisplay } from '#parts/display.tsx'
import type { CampaignRow } from '#parts/figures/campaign-rows.ts'
import { PartPlot } from '#ui/charts/part-plot.tsx'
import type { PartOfWhole } from '#ui/charts/part-row.ts'
import * as m from '#words/m.ts'
import type { ChartProps } from './chart-props.ts'
import { usePlotRow } from './use-plot-row.ts'

/** A bar a row: its leads, and the won ones among them. */
export function VolumeChart({ rows, ...props }: ChartProps) {
  const { numbers } = useDisplay()
  const toPlotRow = usePlotRow(props)
  return (
    <PartPlot
      label={m.campaigns_chart_volume()}
      link={Link}
      formatTick={numbers.count}
      rows={rows.map((row) => ({
        ...toPlotRow(row),
        unknown: row.leads === null ? m.campaigns_leads_unknown() : null,
        now: toBar(row),
        before: toBar(row.before),
      }))}
    />
  )
}

/** More won than leads, or an unknown number of them, is no part of the bar; the numbers beside it say so. */
function toBar(row: CampaignRow | null): PartOfWhole | null {
  if (row?.leads == null) return null
  return { whole: row.leads, part: row.won === null || row.won > row.leads ? 0 : row.won }
}
