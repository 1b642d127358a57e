import { type ReactNode, type Ref, useImperativeHandle } from 'react'
import { classNames } from '../class-names.ts'
import type { DataTableHandle } from './data-table.tsx'
import { useVirtualRows } from './use-virtual-rows.ts'

/** Pixels: two lines of text. */
const rowHeight = 64

interface DataListProps<Data> {
  readonly ref?: Ref<DataTableHandle>
  readonly label: string
  readonly rows: readonly Data[]
  readonly rowId: (row: Data) => string
  readonly total: number | null
  /** The row to keep in the page because the focus may come back to it. */
  readonly activeId: string | null
  readonly isPrevious: boolean
  readonly question: string
  readonly canLoadMore: boolean
  readonly onNearEnd: () => void
  /** Draws a row as one link of full height that carries `data-row-id`. */
  readonly renderRow: (row: Data) => ReactNode
  readonly children?: ReactNode
}

/** The same rows on a phone: a list of links, virtual too. */
export function DataList<Data>(props: DataListProps<Data>) {
  // The virtualizer changes in place; the compiler must not remember what it answered.
  'use no memo'
  const { rows, rowId } = props
  const { scroller, virtualizer, focusRow } = useVirtualRows({ ...props, rowHeight, overscan: 6 })
  useImperativeHandle(props.ref, () => ({ focusRow: (id) => void focusRow(id) }))
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto bg-surface in-[body:has([data-foot])]:pb-44">
      <ul
        aria-label={props.label}
        aria-busy={props.isPrevious}
        className={classNames('relative', props.isPrevious && 'opacity-60 transition-opacity')}
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <li
              key={rowId(row)}
              aria-setsize={props.total ?? -1}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 border-b border-line"
              style={{ top: item.start, height: rowHeight }}
            >
              {props.renderRow(row)}
            </li>
          )
        })}
      </ul>
      {props.children}
    </div>
  )
}
