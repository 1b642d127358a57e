import { lazy, Suspense } from 'react'
import type { FunnelBarsProps } from './funnel-bar.ts'

const Chart = lazy(() => import('./funnel-bars-chart.tsx').then((chart) => ({ default: chart.FunnelBarsChart })))

/** Bars for rows that stand beside them in a table, which says the same in words: hidden from readers. Their tracks stand before the drawing does. */
export function FunnelBars(props: FunnelBarsProps) {
  const { bars, rowHeight, barHeight } = props
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none relative min-w-0"
      style={{ height: bars.length * rowHeight }}
    >
      {bars.map(({ id }, at) => (
        <div
          key={id}
          className="absolute inset-x-0 rounded-sm bg-sunken"
          style={{ top: at * rowHeight + (rowHeight - barHeight) / 2, height: barHeight }}
        />
      ))}
      <div className="absolute inset-0 overflow-hidden">
        <Suspense fallback={null}>
          <Chart {...props} />
        </Suspense>
      </div>
    </div>
  )
}
