import {
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { rangeTicks } from './range-axis.ts'
import { RangeHint } from './range-hint.tsx'
import { type RangePlotProps, rangePlotBottom, rangePlotTop } from './range-row.ts'

/** Fewer steps than the rows are wide apart: a phone has room for five labels. */
const mostSteps = 5

/** Drawn by Recharts; rows from the top, in the given order. Arrow keys walk the rows, each with its hint. */
export function RangePlotChart({ rows, rowHeight, line, formatTick, label }: RangePlotProps) {
  const points = rows.flatMap(({ name, hint, range }, at) =>
    range === null
      ? []
      : [{ x: range.rate, y: at + 0.5, name, hint, whisker: [range.rate - range.low, range.high - range.rate] }],
  )
  const ticks = rangeTicks(Math.max(line?.at ?? 0, ...rows.map((row) => row.range?.high ?? 0)), mostSteps)
  return (
    <ResponsiveContainer
      width="100%"
      height={rows.length * rowHeight + rangePlotTop + rangePlotBottom}
      initialDimension={{ width: 1, height: 1 }}
    >
      <ScatterChart margin={{ top: rangePlotTop, right: 16, bottom: 0, left: 16 }} accessibilityLayer title={label}>
        <CartesianGrid horizontal={false} stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="x"
          domain={[0, ticks.at(-1) ?? 1]}
          ticks={[...ticks]}
          tickFormatter={formatTick}
          height={rangePlotBottom}
          axisLine={false}
          tickLine={false}
          tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
        />
        <YAxis type="number" dataKey="y" domain={[0, rows.length]} reversed width={0} hide />
        <Tooltip content={<RangeHint />} cursor={false} isAnimationActive={false} />
        {line !== null && (
          <ReferenceLine
            x={line.at}
            stroke="var(--ink-3)"
            strokeDasharray="3 3"
            label={{
              value: line.label,
              position: line.at > (ticks.at(-1) ?? 1) / 2 ? 'insideTopRight' : 'insideTopLeft',
              offset: -rangePlotTop + 8,
              dx: 0,
              fill: 'var(--ink-3)',
              fontSize: 12,
            }}
          />
        )}
        <Scatter data={points} fill="var(--accent)" isAnimationActive={false}>
          <ErrorBar
            dataKey="whisker"
            direction="x"
            width={0}
            strokeWidth={3}
            stroke="color-mix(in oklab, var(--accent) 42%, var(--surface))"
            isAnimationActive={false}
          />
        </Scatter>
      </ScatterChart>
    </ResponsiveContainer>
  )
}
