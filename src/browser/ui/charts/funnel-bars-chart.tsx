import { useId } from 'react'
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { FunnelBarsProps } from './funnel-bar.ts'

/** Drawn by Recharts, a row's bar in the middle of the row; loaded when it is first needed. */
export function FunnelBarsChart({ bars, full, rowHeight, barHeight }: FunnelBarsProps) {
  const hatch = useId()
  const data = bars.map(({ id, certain, possible, isAside }) => ({
    id,
    certain: isAside ? 0 : certain,
    aside: isAside ? certain : 0,
    possible,
  }))
  const shared = { stackId: 'row', barSize: barHeight, isAnimationActive: false } as const
  return (
    <ResponsiveContainer width="100%" height={bars.length * rowHeight} initialDimension={{ width: 1, height: 1 }}>
      <BarChart
        layout="vertical"
        data={data}
        margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill="var(--surface)" />
            <rect width="1.6" height="5" fill="var(--accent)" />
          </pattern>
        </defs>
        <XAxis type="number" domain={[0, Math.max(full, 1)]} hide />
        <YAxis type="category" dataKey="id" width={0} hide />
        <Bar dataKey="certain" fill="var(--accent)" {...shared} />
        <Bar dataKey="aside" fill="var(--line-control)" {...shared} />
        <Bar dataKey="possible" fill={`url(#${hatch})`} {...shared} />
      </BarChart>
    </ResponsiveContainer>
  )
}
