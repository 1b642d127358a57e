import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { classNames } from '../class-names.ts'
import type { DataTableHandle } from './data-table.tsx'
import { useNearEnd } from './use-near-end.ts'
import { useRowFocus } from './use-row-focus.ts'
import { withIndex } from './with-index.ts'

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
  const { rows, rowId, activeId } = props
  const scroller = useRef<HTMLDivElement>(null)
  const activeIndex = activeId === null ? -1 : rows.findIndex((row) => rowId(row) === activeId)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowId(row)
    },
    overscan: 6,
    rangeExtractor: (range) => withIndex(range, activeIndex),
    initialRect: { width: 390, height: 800 },
  })
  const focusRow = useRowFocus(scroller, (id) => {
    const index = rows.findIndex((row) => rowId(row) === id)
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
    return index >= 0
  })
  useImperativeHandle(props.ref, () => ({ focusRow: (id) => void focusRow(id) }))
  useNearEnd({
    lastIndex: virtualizer.range?.endIndex ?? -1,
    count: rows.length,
    canLoadMore: props.canLoadMore,
    question: props.question,
    onNearEnd: props.onNearEnd,
  })
  useEffect(() => {
    if (props.question !== '') scroller.current?.scrollTo({ top: 0 })
  }, [props.question])
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto bg-surface">
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
