import { useId } from 'react'
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import type { FunnelBar, FunnelBarsProps } from './funnel-bar.ts'
import { Hatch } from './hatch.tsx'
import { hollowBar, Plot, plotProps } from './plot.tsx'

/** How much of a bar's height is the present, where the previous period stands beneath it. */
const presentShare = 0.62
const gapPx = 2

/** Drawn by Recharts, a row's bar in the middle of the row; loaded when it is first needed. */
export function FunnelBarsChart({ bars, full, rowHeight, barHeight }: FunnelBarsProps) {
  const hatch = useId()
  const hasBefore = bars.some(({ before }) => before !== null)
  const presentHeight = hasBefore ? Math.round(barHeight * presentShare) : barHeight
  const present = { isAnimationActive: false, stackId: 'present', barSize: presentHeight } as const
  const before = { ...hollowBar, barSize: barHeight - presentHeight - gapPx }
  return (
    <Plot height={bars.length * rowHeight}>
      <BarChart layout="vertical" data={bars.map(toDatum)} {...plotProps} barGap={gapPx}>
        <Hatch id={hatch} />
        <XAxis type="number" domain={[0, Math.max(full, 1)]} hide />
        <YAxis type="category" dataKey="id" width={0} hide />
        <Bar dataKey="certain" fill="var(--accent)" {...present} />
        <Bar dataKey="aside" fill="var(--line-control)" {...present} />
        <Bar dataKey="possible" fill={`url(#${hatch})`} {...present} />
        {hasBefore && <Bar dataKey="beforeCertain" {...before} />}
        {hasBefore && <Bar dataKey="beforePossible" {...before} />}
      </BarChart>
    </Plot>
  )
}

function toDatum({ id, certain, possible, isAside, before }: FunnelBar) {
  return {
    id,
    certain: isAside ? 0 : certain,
    aside: isAside ? certain : 0,
    possible,
    beforeCertain: before?.certain ?? 0,
    beforePossible: before?.possible ?? 0,
  }
}
