/** One row of a range plot; all numbers from 0 to 1. null where nothing is known of the row. */
export interface RangeRow {
  readonly id: string
  /** What the row is about and its numbers, in words, for the hint over it. */
  readonly name: string
  readonly hint: string
  readonly range: { readonly rate: number; readonly low: number; readonly high: number } | null
}

export interface RangePlotProps {
  readonly rows: readonly RangeRow[]
  readonly rowHeight: number
  /** A line across all rows, with its words. */
  readonly line: { readonly at: number; readonly label: string } | null
  readonly formatTick: (share: number) => string
  /** Name of the picture. */
  readonly label: string
}

/** Pixels above the first row (for the words of the line) and beneath the last (for the axis). */
export const rangePlotTop = 28
export const rangePlotBottom = 28
