/** One row of a funnel, in numbers of one unit. */
export interface FunnelBar {
  readonly id: string
  /** Solid. */
  readonly certain: number
  /** Hatched, after the solid part. */
  readonly possible: number
  /** Grey: outside of what the others are measured by. */
  readonly isAside: boolean
  /** Hollow, beneath: the same of the previous period; null where none is shown. */
  readonly before: { readonly certain: number; readonly possible: number } | null
}

export interface FunnelBarsProps {
  readonly bars: readonly FunnelBar[]
  /** The number that fills the whole width. */
  readonly full: number
  /** Pixels from one row to the next. */
  readonly rowHeight: number
  readonly barHeight: number
}
