import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon } from '../icon.tsx'
import { ColumnSizer } from './column-sizer.tsx'

export type SortOrder = 'asc' | 'desc'

interface HeaderCellProps {
  readonly id: string
  readonly isAtEnd: boolean
  /** How the table is sorted by it; null where it could be and is not, undefined where it cannot be. */
  readonly order: SortOrder | null | undefined
  readonly onSort: () => void
  readonly onSizeStart: (pointerX: number) => void
  readonly onSizeMove: (pointerX: number) => void
  readonly onSizeEnd: () => void
  readonly children: ReactNode
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

export function HeaderCell({ id, isAtEnd, order, onSort, children, ...sizing }: HeaderCellProps) {
  return (
    <th
      scope="col"
      data-column={id}
      aria-sort={order === undefined ? undefined : order === null ? 'none' : ariaSort[order]}
      className={classNames(
        'relative h-9 border-b border-line bg-canvas px-3 font-normal whitespace-nowrap text-ink-2 first:pl-4 md:first:pl-6 last:pr-4 md:last:pr-6',
        isAtEnd ? 'text-right' : 'text-left',
      )}
    >
      {order === undefined ? (
        <span className="block truncate">{children}</span>
      ) : (
        <button
          type="button"
          onClick={onSort}
          className={classNames(
            'inline-flex min-h-6 max-w-full items-center gap-1 hover:text-ink pointer-coarse:min-h-9',
            order !== null && 'font-medium text-ink',
          )}
        >
          <span className="truncate">{children}</span>
          {order !== null && <Icon name={order === 'asc' ? 'up' : 'down'} size={12} className="shrink-0" />}
        </button>
      )}
      <ColumnSizer {...sizing} />
    </th>
  )
}
