import type { Hint } from './tip.tsx'

/** One column of a chart over time. A count stands on the ground (`low` 0); a rate is a range with its dot. */
export interface Column {
  readonly id: string
  readonly low: number
  readonly high: number
  /** The dot inside the range; null for a count. */
  readonly at: number | null
  /** Dotted: fewer days than its neighbours, or leads that may still change it. */
  readonly isUnfinished: boolean
  /** False where nothing is known of it (yet): its place stays empty. */
  readonly isKnown: boolean
  /** Under the column; '' where there is no room for one. */
  readonly label: string
  /** Over the column; '' where there is no room. */
  readonly figure: string
  readonly hint: Hint
  readonly to: string | undefined
}

export interface ColumnChartProps {
  readonly columns: readonly Column[]
  /** The number at the top of the plot. */
  readonly top: number
  /** Pixels of the plot. */
  readonly height: number
}
