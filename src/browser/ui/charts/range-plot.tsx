import { type ComponentProps, lazy } from 'react'
import { rangeTicks } from './range-axis.ts'
import type { RangeRow } from './range-row.ts'
import { RowPlot } from './row-plot.tsx'

const Marks = lazy(() => import('./range-marks.tsx').then((marks) => ({ default: marks.RangeMarks })))

/** Fewer steps than the labels are wide: a phone has room for five. */
const mostSteps = 5

interface RangePlotProps extends Pick<ComponentProps<typeof RowPlot>, 'label' | 'link'> {
  readonly rows: readonly RangeRow[]
  /** A share that all rows are measured by, with its words. */
  readonly line: { readonly at: number; readonly label: string } | null
  readonly formatTick: (share: number) => string
}

/** A dot and a whisker a row. */
export function RangePlot({ rows, line, formatTick, ...rest }: RangePlotProps) {
  const shares = rows.flatMap(({ range, before }) => [range?.high ?? 0, before ?? 0])
  const ticks = rangeTicks(Math.max(line?.at ?? 0, ...shares), mostSteps)
  const full = ticks.at(-1) ?? 1
  return (
    <RowPlot
      {...rest}
      rows={rows}
      ticks={ticks.map((share) => ({ at: (100 * share) / full, text: formatTick(share) }))}
      line={line === null ? null : { at: (100 * line.at) / full, text: line.label }}
    >
      <Marks rows={rows} full={full} />
    </RowPlot>
  )
}
