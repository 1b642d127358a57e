import type { ReactNode } from 'react'

/** A column of a data table. The set is a module constant of the page; what a person chose stands in a `TableLayout`. */
export interface DataColumn<Row> {
  readonly id: string
  /** Its heading; a function because words change with the language. */
  readonly label: () => string
  /** Pixels, until somebody sizes it. */
  readonly width: number
  /** Numbers and ages stand at the end of their cell. */
  readonly align?: 'end'
  readonly isSortable?: boolean
  readonly isHiddenAtFirst?: boolean
  /** Names the row, so it cannot be hidden. */
  readonly isAlwaysShown?: boolean
  readonly cell: (row: Row) => ReactNode
}
