interface DotProps {
  readonly cx?: number
  readonly cy?: number
}

/** A point without length under a round, unscaled stroke: it stays round where a drawing is stretched. */
export function Dot({ cx = 0, cy = 0 }: DotProps) {
  return <path d={`M${cx} ${cy}h0`} {...round} stroke="var(--accent)" strokeWidth={11} />
}

/** The previous period: hollow. */
export function HollowDot({ cx = 0, cy = 0 }: DotProps) {
  return (
    <g>
      <path d={`M${cx} ${cy}h0`} {...round} stroke="var(--ink-3)" strokeWidth={10} />
      <path d={`M${cx} ${cy}h0`} {...round} stroke="var(--surface)" strokeWidth={7} />
    </g>
  )
}

const round = { fill: 'none', strokeLinecap: 'round', vectorEffect: 'non-scaling-stroke' } as const
