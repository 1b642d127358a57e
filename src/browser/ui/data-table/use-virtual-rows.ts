import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useNearEnd } from './use-near-end.ts'
import { useRowFocus } from './use-row-focus.ts'
import { withIndex } from './with-index.ts'

interface VirtualRowsInput<Data> {
  readonly rows: readonly Data[]
  readonly rowId: (row: Data) => string
  /** The row to keep in the page wherever the scroll is, because the focus is on it or may come back to it. */
  readonly activeId: string | null
  /** Pixels; of a heading that stays above the rows, too. */
  readonly rowHeight: number
  readonly headHeight?: number
  readonly overscan: number
  /** Names the question the rows answer: a new one starts at the top. */
  readonly question: string
  readonly canLoadMore: boolean
  readonly onNearEnd: () => void
}

/** Which rows are in the page, how the focus gets to one of them, and more rows as the end comes near. */
export function useVirtualRows<Data>(input: VirtualRowsInput<Data>) {
  // The virtualizer changes in place; the compiler must not remember what it answered.
  'use no memo'
  const { rows, rowId, activeId, rowHeight, headHeight = 0, question } = input
  const scroller = useRef<HTMLDivElement>(null)
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
    overscan: input.overscan,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: (range) => withIndex(range, activeIndex),
    initialRect: { width: 1200, height: 800 },
  })
  /** Scrolls a row into sight; false where it is not among the rows. */
  const scrollTo = (id: string): boolean => {
    const index = indexOf(id)
    if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' })
    return index >= 0
  }
  const focusRow = useRowFocus(scroller, scrollTo)
  useNearEnd({
    lastIndex: virtualizer.range?.endIndex ?? -1,
    count: rows.length,
    canLoadMore: input.canLoadMore,
    question,
    onNearEnd: input.onNearEnd,
  })
  useEffect(() => {
    // Names the dependency: a new question starts at the top.
    if (question !== '') scroller.current?.scrollTo({ top: 0 })
  }, [question])
  return { scroller, virtualizer, activeIndex, scrollTo, focusRow }
}
