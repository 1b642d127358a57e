import { type RefObject, type UIEvent, useEffect, useRef, useState } from 'react'
import { type ColumnStatus, columnStatuses } from './board-statuses.ts'

/** Milliseconds without scrolling before a column counts as reached. */
const restMs = 120

interface SnappedColumn {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly onScroll: (event: UIEvent) => void
  /** The column in sight at this moment: where a card that is let go would land. The address follows once it rests. */
  readonly inSight: ColumnStatus
  readonly scrollTo: (column: ColumnStatus) => void
}

/** On a phone the address follows the column that was scrolled to, and the board begins at the column of the address. */
export function useSnappedColumn(
  column: ColumnStatus,
  isPaged: boolean,
  onReach: (column: ColumnStatus) => void,
): SnappedColumn {
  const scroller = useRef<HTMLDivElement>(null)
  const [inSight, setInSight] = useState(column)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const element = scroller.current
    const place = element?.querySelector<HTMLElement>(`[data-place-id="${column}"]`)
    if (element == null || place == null) return
    if (isPaged && columnInSight(element) === column) return
    if (isPaged) element.scrollLeft = columnStatuses.indexOf(column) * element.clientWidth
    else place.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [column, isPaged])
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    scroller,
    inSight: isPaged ? inSight : column,
    onScroll: (event) => {
      if (!isPaged || scroller.current === null || event.target !== scroller.current) return
      clearTimeout(timer.current)
      const reached = columnInSight(scroller.current)
      if (reached === undefined) return
      setInSight(reached)
      timer.current = setTimeout(() => onReach(reached), restMs)
    },
    scrollTo: (to) => {
      const element = scroller.current
      element?.scrollTo({ left: columnStatuses.indexOf(to) * element.clientWidth, behavior: 'smooth' })
    },
  }
}

function columnInSight({ scrollLeft, clientWidth }: HTMLElement): ColumnStatus | undefined {
  return columnStatuses[Math.round(scrollLeft / Math.max(1, clientWidth))]
}
