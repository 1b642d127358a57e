import type { Hint } from './tip.tsx'

/** One row of a plot, in words. */
export interface PlotRow {
  readonly id: string
  readonly name: string
  /** Its number, at the right end. */
  readonly note: string
  readonly hint: Hint
  /** Why its place in the plot is empty; null where something is drawn. */
  readonly unknown: string | null
  /** Where its mark leads; undefined leads nowhere. */
  readonly to: string | undefined
}

/** A number of an axis in words, `at` per cent of the plot. */
export interface Tick {
  readonly at: number
  readonly text: string
}

/** A line across the whole plot, `at` per cent of it, with its words. */
export type PlotLine = Tick | null

/** Pixels of a row: a name and its number fit one under the other, and a finger fits in. */
export const plotRowHeight = 44
