import { type RefObject, useRef, useState } from 'react'
import { sizeColumn, type TableLayout } from './table-layout.ts'

interface Drag {
  readonly id: string
  readonly startX: number
  readonly startWidth: number
  /** With every column fixed at the width it had on the screen, so that the others stand still. */
  readonly layout: TableLayout
}

/** Sizing by pointer: the layout while it lasts, kept once at its end. */
export function useColumnDrag(
  headRow: RefObject<HTMLTableRowElement | null>,
  layout: TableLayout,
  onLayoutChange: (layout: TableLayout) => void,
) {
  const drag = useRef<Drag | null>(null)
  const [dragged, setDragged] = useState<TableLayout | null>(null)
  return {
    shownLayout: dragged ?? layout,
    start: (id: string, pointerX: number) => {
      const widths = widthsOnScreen(headRow.current)
      drag.current = {
        id,
        startX: pointerX,
        startWidth: widths[id] ?? 0,
        layout: { ...layout, widths: { ...layout.widths, ...widths } },
      }
    },
    move: (pointerX: number) => {
      const now = drag.current
      if (now === null) return
      setDragged(sizeColumn(now.layout, now.id, now.startWidth + pointerX - now.startX))
    },
    end: () => {
      if (dragged !== null) onLayoutChange(dragged)
      drag.current = null
      setDragged(null)
    },
  }
}

function widthsOnScreen(headRow: HTMLTableRowElement | null): Record<string, number> {
  const cells = headRow?.querySelectorAll<HTMLElement>('[data-column]') ?? []
  return Object.fromEntries(
    [...cells].map((cell) => [cell.dataset.column ?? '', Math.round(cell.getBoundingClientRect().width)]),
  )
}
