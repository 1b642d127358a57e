import { Link } from 'react-router'
import { useDisplay } from '#parts/display.tsx'
import { RangePlot } from '#ui/charts/range-plot.tsx'
import * as m from '#words/m.ts'
import type { ChartProps } from './chart-props.ts'
import { usePlotRow, useRateLine } from './use-plot-row.ts'

/** A dot and its 95 % range a row. */
export function RateChart({ rows, by, ...props }: ChartProps) {
  const { numbers } = useDisplay()
  const toPlotRow = usePlotRow({ by, ...props })
  return (
    <RangePlot
      label={by === 'campaign' ? m.campaigns_chart() : m.campaigns_chart_platforms()}
      link={Link}
      line={useRateLine(props)}
      formatTick={(share) => numbers.percent(share, 0)}
      rows={rows.map((row) => ({
        ...toPlotRow(row),
        unknown: row.range === null ? m.campaigns_rate_unknown() : null,
        range: row.range,
        before: row.before?.range?.rate ?? null,
      }))}
    />
  )
}
