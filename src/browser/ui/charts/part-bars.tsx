import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import type { PartRow } from './part-row.ts'
import { hollowBar, Plot, plotProps } from './plot.tsx'
import { plotRowHeight } from './plot-row.ts'

/** Pixels: a bar alone, and the two where the previous period stands beneath it. */
const sizes = { alone: 18, now: 14, before: 8, gap: 3 } as const

interface PartBarsProps {
  readonly rows: readonly PartRow[]
  /** The number that fills the whole width. */
  readonly full: number
}

/** Drawn by Recharts; rows from the top, in the given order. Loaded when it is first needed. */
export function PartBars({ rows, full }: PartBarsProps) {
  const hasBefore = rows.some(({ before }) => before !== null)
  const now = { isAnimationActive: false, stackId: 'now', barSize: hasBefore ? sizes.now : sizes.alone } as const
  const before = { ...hollowBar, barSize: sizes.before }
  return (
    <Plot height={rows.length * plotRowHeight}>
      <BarChart layout="vertical" data={rows.map(toDatum)} barGap={sizes.gap} {...plotProps}>
        <XAxis type="number" domain={[0, full]} hide />
        <YAxis type="category" dataKey="id" width={0} hide />
        <Bar dataKey="part" fill="var(--accent)" {...now} />
        <Bar dataKey="rest" fill="color-mix(in oklab, var(--accent) 30%, var(--surface))" {...now} />
        {hasBefore && <Bar dataKey="partBefore" {...before} />}
        {hasBefore && <Bar dataKey="restBefore" {...before} />}
      </BarChart>
    </Plot>
  )
}

function toDatum({ id, now, before }: PartRow) {
  return {
    id,
    part: now?.part ?? 0,
    rest: now === null ? 0 : now.whole - now.part,
    partBefore: before?.part ?? 0,
    restBefore: before === null ? 0 : before.whole - before.part,
  }
}
