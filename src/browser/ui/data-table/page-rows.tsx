import { memo, type ReactNode, type Ref, type RefObject, useImperativeHandle } from 'react'
import { classNames } from '../class-names.ts'
import type { DataTableHandle } from './data-table.tsx'
import { rowAfterKey } from './row-moves.ts'
import { usePageRows } from './use-page-rows.ts'

interface PageRowsProps<Data> {
  readonly ref?: Ref<DataTableHandle>
  readonly rows: readonly Data[]
  readonly rowId: (row: Data) => string
  readonly scroller: RefObject<HTMLElement | null>
  readonly rowHeight: number
  /** The row the keys start from. */
  readonly activeId: string | null
  readonly onActiveChange: (id: string) => void
  /** The row that is open beside the rows. */
  readonly selectedId: string | null
  readonly onOpen: (id: string) => void
  /** Lays out the cells of a row. */
  readonly rowClass: string
  /** The cells of a row; one holds a link over the whole row. */
  readonly renderCells: (row: Data) => ReactNode
}

/**
 * The body of a table in a page that scrolls as a whole: only the rows in sight are in the document, one Tab stop, arrows, Home,
 * End and page keys move, Enter opens.
 */
export function PageRows<Data>(props: PageRowsProps<Data>) {
  // The virtualizer changes in place; the compiler must not remember what it answered.
  'use no memo'
  const { rows, rowId, rowHeight, selectedId, scroller } = props
  const { body, virtualizer, scrollMargin, activeIndex, focusRow } = usePageRows(props)
  useImperativeHandle(props.ref, () => ({
    focusRow: (id) => {
      if (focusRow(id)) props.onActiveChange(id)
    },
  }))
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (!(event.target instanceof HTMLElement) || event.target.dataset.rowId === undefined) return
    if (event.key === 'Enter') {
      event.preventDefault()
      props.onOpen(event.target.dataset.rowId)
      return
    }
    const pageRows = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1
    const row = rows[rowAfterKey(event.key, activeIndex, rows.length, pageRows) ?? -1]
    if (row === undefined) return
    event.preventDefault()
    focusRow(rowId(row))
    props.onActiveChange(rowId(row))
  }
  return (
    <tbody
      ref={body}
      className="relative block"
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const id = event.target.dataset.rowId
        if (id !== undefined) props.onActiveChange(id)
      }}
    >
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index]
        if (row === undefined) return null
        const id = rowId(row)
        return (
          <PageRow
            key={item.key}
            row={row}
            id={id}
            index={item.index}
            top={item.start - scrollMargin}
            height={rowHeight}
            isTabStop={item.index === Math.max(0, activeIndex)}
            isSelected={id === selectedId}
            rowClass={props.rowClass}
            renderCells={props.renderCells}
          />
        )
      })}
    </tbody>
  )
}

interface PageRowProps<Data> {
  readonly row: Data
  readonly id: string
  readonly index: number
  /** Pixels from where the rows begin. */
  readonly top: number
  readonly height: number
  readonly isTabStop: boolean
  readonly isSelected: boolean
  readonly rowClass: string
  readonly renderCells: (row: Data) => ReactNode
}

function PageRowPlain<Data>({ row, id, index, top, height, isTabStop, isSelected, ...props }: PageRowProps<Data>) {
  return (
    <tr
      data-row-id={id}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      className={classNames(
        'absolute inset-x-0 border-t border-line contain-strict focus-visible:-outline-offset-2',
        isSelected ? 'bg-accent-soft' : 'hover:bg-sunken',
        props.rowClass,
      )}
      style={{ top, height }}
    >
      {props.renderCells(row)}
    </tr>
  )
}

/** Drawn again only when something of it changed: while the page scrolls, that is the rows that come into sight. */
const PageRow = memo(PageRowPlain) as typeof PageRowPlain
