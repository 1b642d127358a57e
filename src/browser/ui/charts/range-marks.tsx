import { Scatter, ScatterChart, XAxis, YAxis } from 'recharts'
import { Dot, HollowDot } from './dot.tsx'
import { Plot, plotProps } from './plot.tsx'
import { plotRowHeight } from './plot-row.ts'
import type { RangeRow } from './range-row.ts'
import { Whiskers } from './whiskers.tsx'

/** How far beneath the middle of its row the previous period stands, in rows. */
const beforeShift = 0.24

interface RangeMarksProps {
  readonly rows: readonly RangeRow[]
  /** The share at the right end. */
  readonly full: number
}

/** Drawn by Recharts; rows from the top, in the given order. Loaded when it is first needed. */
export function RangeMarks({ rows, full }: RangeMarksProps) {
  const points = rows.flatMap(({ id, range }, at) =>
    range === null ? [] : [{ id, x: range.rate, y: at + 0.5, low: range.low, high: range.high }],
  )
  const before = rows.flatMap((row, at) => (row.before === null ? [] : [{ x: row.before, y: at + 0.5 + beforeShift }]))
  return (
    <Plot height={rows.length * plotRowHeight}>
      <ScatterChart {...plotProps}>
        <XAxis type="number" dataKey="x" domain={[0, full]} hide />
        <YAxis type="number" dataKey="y" domain={[0, rows.length]} reversed hide />
        <Whiskers whiskers={points} width={3} />
        <Scatter data={before} shape={HollowDot} isAnimationActive={false} />
        <Scatter data={points} shape={Dot} isAnimationActive={false} />
      </ScatterChart>
    </Plot>
  )
}
