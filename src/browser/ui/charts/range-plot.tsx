import { lazy, Suspense } from 'react'
import { type RangePlotProps, rangePlotBottom, rangePlotTop } from './range-row.ts'

const Chart = lazy(() => import('./range-plot-chart.tsx').then((chart) => ({ default: chart.RangePlotChart })))

/** A dot and a whisker a row. The height is known before the drawing is. */
export function RangePlot(props: RangePlotProps) {
  return (
    <div className="min-w-0" style={{ height: props.rows.length * props.rowHeight + rangePlotTop + rangePlotBottom }}>
      <Suspense fallback={null}>
        <Chart {...props} />
      </Suspense>
    </div>
  )
}
