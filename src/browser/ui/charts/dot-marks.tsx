import { Scatter, ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts'
import { Dot, HollowDot } from './dot.tsx'
import type { DotPoint, DotScale } from './dot-row.ts'
import { Plot, plotProps } from './plot.tsx'
import { Whiskers } from './whiskers.tsx'

interface DotMarksProps {
  readonly points: readonly DotPoint[]
  readonly full: DotScale
  /** Pixels. */
  readonly height: number
}

/** Drawn by Recharts; loaded when it is first needed. */
export function DotMarks({ points, full, height }: DotMarksProps) {
  const now = points.map(({ id, range: { rate, low, high }, amount }) => ({ id, x: rate, y: amount, low, high }))
  const before = points.flatMap((point) =>
    point.before === null ? [] : [{ x: point.before.rate, y: point.before.amount }],
  )
  return (
    <Plot height={height}>
      <ScatterChart {...plotProps}>
        <XAxis type="number" dataKey="x" domain={[0, full.share]} hide />
        <YAxis type="number" dataKey="y" domain={[0, full.amount]} hide />
        <Whiskers whiskers={now} width={2} />
        <Ties points={points} />
        <Scatter data={before} shape={HollowDot} isAnimationActive={false} />
        <Scatter data={now} shape={Dot} isAnimationActive={false} />
      </ScatterChart>
    </Plot>
  )
}

/** From what was to what is. */
function Ties({ points }: { readonly points: readonly DotPoint[] }) {
  const [xOf, yOf] = [useXAxisScale(), useYAxisScale()]
  if (xOf === undefined || yOf === undefined) return null
  return points.map(({ id, range, amount, before }) =>
    before === null ? null : (
      <path
        key={id}
        d={`M${xOf(before.rate)} ${yOf(before.amount)}L${xOf(range.rate)} ${yOf(amount)}`}
        stroke="var(--line-control)"
        vectorEffect="non-scaling-stroke"
      />
    ),
  )
}
