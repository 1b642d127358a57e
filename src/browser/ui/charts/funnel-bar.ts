/** One row of a funnel, in numbers of one unit. */
export interface FunnelBar {
  readonly id: string
  /** Solid. */
  readonly certain: number
  /** Hatched, after the solid part. */
  readonly possible: number
  /** Grey: outside of what the others are measured by. */
  readonly isAside: boolean
}

export interface FunnelBarsProps {
  readonly bars: readonly FunnelBar[]
  /** The number that fills the whole width. */
  readonly full: number
  /** Pixels from one row to the next. */
  readonly rowHeight: number
  readonly barHeight: number
}
