import { ErrorBar, Scatter, ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts'
import { Dot, HollowDot, whiskerColour } from './dot.tsx'
import type { DotPoint, DotScale } from './dot-row.ts'
import { Plot, plotProps } from './plot.tsx'

interface DotMarksProps {
  readonly points: readonly DotPoint[]
  readonly full: DotScale
  /** Pixels. */
  readonly height: number
}

/** Drawn by Recharts; loaded when it is first needed. */
export function DotMarks({ points, full, height }: DotMarksProps) {
  const now = points.map(({ range, amount }) => ({
    x: range.rate,
    y: amount,
    whisker: [range.rate - range.low, range.high - range.rate],
  }))
  const before = points.flatMap((point) =>
    point.before === null ? [] : [{ x: point.before.rate, y: point.before.amount }],
  )
  return (
    <Plot height={height}>
      <ScatterChart {...plotProps}>
        <XAxis type="number" dataKey="x" domain={[0, full.share]} hide />
        <YAxis type="number" dataKey="y" domain={[0, full.amount]} hide />
        <Ties points={points} />
        <Scatter data={before} shape={HollowDot} isAnimationActive={false} />
        <Scatter data={now} shape={Dot} isAnimationActive={false}>
          <ErrorBar
            dataKey="whisker"
            direction="x"
            width={0}
            strokeWidth={2}
            stroke={whiskerColour}
            strokeOpacity={0.6}
            isAnimationActive={false}
          />
        </Scatter>
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
