import { lazy, Suspense } from 'react'
import type { FunnelBarsProps } from './funnel-bar.ts'

const Chart = lazy(() => import('./funnel-bars-chart.tsx').then((chart) => ({ default: chart.FunnelBarsChart })))

/** Bars for rows that stand beside them in a table, which says the same in words: hidden from readers. */
export function FunnelBars(props: FunnelBarsProps) {
  const height = props.bars.length * props.rowHeight
  return (
    <div aria-hidden="true" className="pointer-events-none min-w-0" style={{ height }}>
      <Suspense fallback={null}>
        <Chart {...props} />
      </Suspense>
    </div>
  )
}
