import type { Cell, Row, RowData } from '@tanstack/react-table'
import { type ComponentType, memo } from 'react'
import { classNames } from '../class-names.ts'
import type { features } from './table-features.ts'

export interface BodyRowProps<Data extends RowData> {
  readonly row: Row<typeof features, Data>
  /** Counted over all rows there are, the heading being 1. */
  readonly ariaRowIndex: number
  /** Ids of the shown columns in order: the row object does not change with them. */
  readonly shownColumns: string
  readonly endColumns: ReadonlySet<string>
  readonly isTabStop: boolean
  readonly isSelected: boolean
  readonly isDimmed: boolean
  readonly hasFiller: boolean
  readonly DrawCell: ComponentType<{ cell: Cell<typeof features, Data, unknown> }>
}

function BodyRowPlain<Data extends RowData>(props: BodyRowProps<Data>) {
  // The cells of a row change with the columns while the row stays the same object; `memo` below compares all props.
  'use no memo'
  const { row, ariaRowIndex, endColumns, isTabStop, isSelected, isDimmed, hasFiller, DrawCell } = props
  return (
    <tr
      data-row-id={row.id}
      aria-rowindex={ariaRowIndex}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      className={classNames(
        'group h-10 cursor-pointer focus-visible:-outline-offset-2',
        isSelected ? 'bg-accent-soft' : 'hover:bg-sunken',
        isDimmed && 'text-ink-3',
      )}
    >
      {row.getVisibleCells().map((cell) => (
        <td
          key={cell.id}
          className={classNames(
            'h-10 truncate border-b border-line px-3 *:align-middle first:pl-4 md:first:pl-6 last:pr-4 md:last:pr-6',
            endColumns.has(cell.column.id) && 'tabular text-right',
          )}
        >
          <DrawCell cell={cell} />
        </td>
      ))}
      {hasFiller && <td className="border-b border-line" />}
    </tr>
  )
}

/** One row; drawn again only when something of it changed, which keeps moving through the rows cheap. */
export const BodyRow = memo(BodyRowPlain) as typeof BodyRowPlain
