import type { RangeRow, ShareRange } from './range-row.ts'

/** One dot of a plot of an amount against a rate; both are known. */
export interface DotPoint extends Pick<RangeRow, 'id' | 'name' | 'hint' | 'to'> {
  readonly range: ShareRange
  readonly amount: number
  /** The previous period: hollow, tied to its dot by a thin line. */
  readonly before: { readonly rate: number; readonly amount: number } | null
}

/** The amount and the share that lie at the far ends of the plot. */
export interface DotScale {
  readonly amount: number
  readonly share: number
}
