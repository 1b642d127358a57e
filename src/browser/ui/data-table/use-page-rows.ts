import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useRowFocus } from './use-row-focus.ts'
import { withIndex } from './with-index.ts'

interface PageRowsInput<Data> {
  readonly rows: readonly Data[]
  readonly rowId: (row: Data) => string
  /** What scrolls: the page around the rows, with whatever stands above them. */
  readonly scroller: RefObject<HTMLElement | null>
  /** Pixels. */
  readonly rowHeight: number
  readonly activeId: string | null
}

/** Virtual rows that scroll with their page: which of them are in the document, and where they begin in it. */
export function usePageRows<Data>({ rows, rowId, scroller, rowHeight, activeId }: PageRowsInput<Data>) {
  // The virtualizer changes in place; the compiler must not remember what it answered.
  'use no memo'
  const body = useRef<HTMLTableSectionElement>(null)
  const scrollMargin = useOffset(body, scroller)
  const indexOf = (id: string | null) => (id === null ? -1 : rows.findIndex((row) => rowId(row) === id))
  const activeIndex = indexOf(activeId)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined ? index : rowId(row)
    },
    overscan: 6,
    scrollMargin,
    rangeExtractor: (range) => withIndex(range, activeIndex),
    initialRect: { width: 1200, height: 800 },
  })
  const scrollTo = (id: string): boolean => {
    const index = indexOf(id)
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
    return index >= 0
  }
  const focusRow = useRowFocus(scroller, scrollTo)
  return { body, virtualizer, scrollMargin, activeIndex, focusRow }
}

/** How far below the top of what scrolls an element begins; measured anew when anything above it grows. */
function useOffset(element: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const [inner, outer] = [element.current, scroller.current]
    if (inner === null || outer === null) return
    const measure = () =>
      setOffset(Math.round(inner.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop))
    measure()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    for (const child of outer.children) observer.observe(child)
    return () => observer.disconnect()
  }, [element, scroller])
  return offset
}
