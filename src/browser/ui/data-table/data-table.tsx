import { type RowData, useTable } from '@tanstack/react-table'
import { Fragment, type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { classNames } from '../class-names.ts'
import { BodyRow } from './body-row.tsx'
import type { DataColumn } from './data-column.ts'
import { HeaderCell, type SortOrder } from './header-cell.tsx'
import { rowAfterKey } from './row-moves.ts'
import { features, toColumnDefs } from './table-features.ts'
import type { TableLayout } from './table-layout.ts'
import { useColumnDrag } from './use-column-drag.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

/** Pixels, as the rows and the heading are drawn. */
const rowHeight = 40
const headHeight = 36

export interface DataTableHandle {
  /** Puts the focus on a row, scrolled into sight. Nothing happens where it is not among the rows. */
  readonly focusRow: (id: string) => void
}

interface DataTableProps<Data extends RowData> {
  readonly ref?: Ref<DataTableHandle>
  readonly label: string
  readonly columns: readonly DataColumn<Data>[]
  readonly rows: Data[]
  readonly rowId: (row: Data) => string
  /** How many rows there are in all, loaded or not; null where nobody knows. */
  readonly total: number | null
  readonly layout: TableLayout
  readonly onLayoutChange: (layout: TableLayout) => void
  readonly sort: { readonly column: string; readonly order: SortOrder }
  readonly onSort: (column: string) => void
  /** The row the keys start from. */
  readonly activeId: string | null
  readonly onActiveChange: (id: string) => void
  /** The row that is open beside the table. */
  readonly selectedId: string | null
  readonly onOpen: (id: string) => void
  readonly isDimmed: (row: Data) => boolean
  /** True while the rows still answer the previous question. */
  readonly isPrevious: boolean
  /** Names the question the rows answer: a new one starts at the top. */
  readonly question: string
  readonly canLoadMore: boolean
  readonly onNearEnd: () => void
  /** Beneath the last row. */
  readonly children?: ReactNode
}

/**
 * Rows of anything in columns: virtual, one Tab stop, arrows, Home, End and page keys move, Enter opens. Only the rows in
 * sight are in the page, so their number changes nothing.
 */
export function DataTable<Data extends RowData>(props: DataTableProps<Data>) {
  // The virtualizer changes in place; the compiler must not remember what it answered.
  'use no memo'
  const { columns, rows, rowId, activeId, selectedId, sort } = props
  const headRow = useRef<HTMLTableRowElement>(null)
  const drag = useColumnDrag(headRow, props.layout, props.onLayoutChange)
  const layout = drag.shownLayout
  const [columnDefs] = useState(() => toColumnDefs(columns))
  // By identity: the table takes a new object for a new state.
  const state = useMemo(
    () => ({
      columnOrder: [...layout.order],
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
      columnSizing: { ...layout.widths },
    }),
    [layout],
  )
  const table = useTable({ features, columns: columnDefs, data: rows, getRowId: rowId, state })
  const tableRows = table.getRowModel().rows
  const shown = table.getVisibleLeafColumns()
  const isSized = Object.keys(layout.widths).length > 0
  const endColumns = useMemo(
    () => new Set(columns.filter((column) => column.align === 'end').map((column) => column.id)),
    [columns],
  )

  const { scroller, virtualizer, activeIndex, scrollTo, focusRow } = useVirtualRows({
    rows,
    rowId,
    activeId,
    rowHeight,
    headHeight,
    overscan: 8,
    question: props.question,
    canLoadMore: props.canLoadMore,
    onNearEnd: props.onNearEnd,
  })
  const items = virtualizer.getVirtualItems()
  useImperativeHandle(props.ref, () => ({
    focusRow: (id) => {
      if (focusRow(id)) props.onActiveChange(id)
    },
  }))
  const hasSelectedRow = selectedId !== null && rows.some((row) => rowId(row) === selectedId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another row opens, not when rows arrive before it
  useEffect(() => {
    if (hasSelectedRow) scrollTo(selectedId)
  }, [selectedId, hasSelectedRow])

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (!(event.target instanceof HTMLElement) || event.target.dataset.rowId === undefined) return
    if (event.key === 'Enter') {
      event.preventDefault()
      props.onOpen(event.target.dataset.rowId)
      return
    }
    const pageRows = Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1
    const to = rowAfterKey(event.key, activeIndex, rows.length, pageRows)
    const row = to === null ? undefined : rows[to]
    if (row === undefined) return
    event.preventDefault()
    focusRow(rowId(row))
    props.onActiveChange(rowId(row))
  }
  const shownColumns = shown.map((column) => column.id).join()
  const columnCount = shown.length + (isSized ? 1 : 0)
  let end = headHeight

  return (
    <div ref={scroller} className="relative min-h-0 flex-1 overflow-auto bg-surface in-[body:has([data-foot])]:pb-44">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows take the focus and keys move between them
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.total === null ? -1 : props.total + 1}
        aria-colcount={shown.length}
        aria-busy={props.isPrevious}
        className="w-full table-fixed border-separate border-spacing-0"
        style={{ minWidth: table.getTotalSize() }}
      >
        <colgroup>
          {shown.map((column) => (
            <col key={column.id} style={{ width: column.getSize() }} />
          ))}
          {isSized && <col />}
        </colgroup>
        <thead className="sticky top-0 z-10">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} ref={headRow} aria-rowindex={1}>
              {group.headers.map((header) => {
                const column = columns.find(({ id }) => id === header.id)
                return (
                  <HeaderCell
                    key={header.id}
                    id={header.id}
                    isAtEnd={endColumns.has(header.id)}
                    order={!column?.isSortable ? undefined : sort.column === header.id ? sort.order : null}
                    onSort={() => props.onSort(header.id)}
                    onSizeStart={(pointerX) => drag.start(header.id, pointerX)}
                    onSizeMove={drag.move}
                    onSizeEnd={drag.end}
                  >
                    <table.FlexRender header={header} />
                  </HeaderCell>
                )
              })}
              {isSized && <td className="border-b border-line bg-canvas" />}
            </tr>
          ))}
        </thead>
        <tbody
          className={classNames(props.isPrevious && 'opacity-60 transition-opacity')}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            const id = event.target.dataset.rowId
            if (id !== undefined && id !== activeId) props.onActiveChange(id)
          }}
          onClick={(event) => {
            const id = rowIdAt(event.target)
            // A link in the row does its own work, so that it can be opened in a new tab.
            if (id === null || !(event.target instanceof Element) || event.target.closest('a, button') !== null) return
            if (event.ctrlKey || event.metaKey) openInNewTab(event.target)
            else props.onOpen(id)
          }}
          onAuxClick={(event) => {
            if (event.button === 1 && event.target instanceof Element && !event.target.closest('a'))
              openInNewTab(event.target)
          }}
        >
          {items.map((item) => {
            const row = tableRows[item.index]
            if (row === undefined) return null
            const gap = item.start - end
            end = item.end
            return (
              <Fragment key={row.id}>
                {gap > 0 && <Gap height={gap} columnCount={columnCount} />}
                <BodyRow
                  row={row}
                  ariaRowIndex={item.index + 2}
                  shownColumns={shownColumns}
                  endColumns={endColumns}
                  isTabStop={item.index === Math.max(0, activeIndex)}
                  isSelected={row.id === selectedId}
                  isDimmed={props.isDimmed(row.original)}
                  hasFiller={isSized}
                  DrawCell={table.FlexRender}
                />
              </Fragment>
            )
          })}
          {virtualizer.getTotalSize() > end && (
            <Gap height={virtualizer.getTotalSize() - end} columnCount={columnCount} />
          )}
        </tbody>
      </table>
      <div className="sticky left-0">{props.children}</div>
    </div>
  )
}

/** Stands for the rows that are not in the page. */
function Gap({ height, columnCount }: { readonly height: number; readonly columnCount: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true">
      <td colSpan={columnCount} className="p-0" style={{ height }} />
    </tr>
  )
}

function rowIdAt(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row-id]') : null
  return row?.dataset.rowId ?? null
}

/** What a middle click or Ctrl-click does anywhere in a row: the same as on its link. */
function openInNewTab(target: Element): void {
  const link = target.closest('tr')?.querySelector<HTMLAnchorElement>('a[href]')
  if (link != null) window.open(link.href, '_blank', 'noopener')
}
