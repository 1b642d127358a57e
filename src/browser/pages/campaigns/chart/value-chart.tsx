import { Link } from 'react-router'
import { useDisplay } from '#parts/display.tsx'
import { DotPlot } from '#ui/charts/dot-plot.tsx'
import * as m from '#words/m.ts'
import type { ChartProps } from './chart-props.ts'
import { usePlotRow, useRateLine } from './use-plot-row.ts'

/** The value of each row against its rate: a row without one of them has no place. */
export function ValueChart({ rows, ...props }: ChartProps) {
  const { numbers } = useDisplay()
  const toPlotRow = usePlotRow(props)
  const line = useRateLine(props)
  const points = rows.flatMap((row) => {
    const { range, value, before } = row
    if (range === null || value === null) return []
    const rateBefore = before?.range?.rate
    const hollow = rateBefore === undefined || before?.value == null ? null : { rate: rateBefore, amount: before.value }
    return [{ ...toPlotRow(row), range, amount: value, before: hollow }]
  })
  const unplaced = rows.length - points.length
  if (points.length === 0) return <p className="py-6 text-ink-2">{m.campaigns_none_placed()}</p>
  return (
    <>
      <DotPlot
        label={m.campaigns_chart_value()}
        link={Link}
        points={points}
        line={line}
        formatShare={(share) => numbers.percent(share, 0)}
        formatAmount={numbers.moneyShort}
        shareTitle={m.campaigns_rate_axis()}
        amountTitle={m.campaigns_value_axis()}
      />
      {unplaced > 0 && (
        <p className="mt-2 text-xs text-ink-3">{m.campaigns_left_out({ n: numbers.count(unplaced) })}</p>
      )}
    </>
  )
}
