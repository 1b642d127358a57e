import type { PlotRow } from './plot-row.ts'

/** A rate with the range it surely lies in; all from 0 to 1. */
export interface ShareRange {
  readonly rate: number
  readonly low: number
  readonly high: number
}

/** One row of a range plot; null where nothing is known. */
export interface RangeRow extends PlotRow {
  readonly range: ShareRange | null
  /** The rate of the previous period: a hollow dot. */
  readonly before: number | null
}
