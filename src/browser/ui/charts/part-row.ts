import type { PlotRow } from './plot-row.ts'

export interface PartOfWhole {
  readonly whole: number
  /** At most the whole; 0 draws none. */
  readonly part: number
}

/** One row of bars; null where nothing is known. */
export interface PartRow extends PlotRow {
  readonly now: PartOfWhole | null
  /** The previous period: hollow. */
  readonly before: PartOfWhole | null
}
