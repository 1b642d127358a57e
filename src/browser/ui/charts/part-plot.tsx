import { type ComponentProps, lazy } from 'react'
import type { PartRow } from './part-row.ts'
import { roundTicks } from './round-ticks.ts'
import { RowPlot } from './row-plot.tsx'

const Bars = lazy(() => import('./part-bars.tsx').then((bars) => ({ default: bars.PartBars })))

const mostSteps = 5

interface PartPlotProps extends Pick<ComponentProps<typeof RowPlot>, 'label' | 'link'> {
  readonly rows: readonly PartRow[]
  readonly formatTick: (count: number) => string
}

/** A bar a row: its whole light, the part of it solid. */
export function PartPlot({ rows, formatTick, ...rest }: PartPlotProps) {
  const ticks = roundTicks(Math.max(0, ...rows.flatMap(({ now, before }) => [now?.whole ?? 0, before?.whole ?? 0])), {
    mostSteps,
    leastStep: 1,
  })
  const full = ticks.at(-1) ?? 1
  return (
    <RowPlot
      {...rest}
      rows={rows}
      ticks={ticks.map((count) => ({ at: (100 * count) / full, text: formatTick(count) }))}
      line={null}
    >
      <Bars rows={rows} full={full} />
    </RowPlot>
  )
}
