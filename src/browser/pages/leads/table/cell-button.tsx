import type { ReactNode } from 'react'
import { classNames } from '#ui/class-names.ts'

interface CellButtonProps {
  /** What a press does, for the eye that rests on it. */
  readonly title: string
  /** Told the button, for a menu to open beside it. */
  readonly onAsk: (anchor: Element) => void
  /** Nothing to show yet: the button shows itself where the pointer or the focus is in its row. */
  readonly isFaint?: boolean
  readonly children: ReactNode
}

/**
 * A value in a row that a press changes. As wide as the value, so that the rest of the cell opens the lead. Not a Tab stop:
 * the row is, and its keys do the same.
 */
export function CellButton({ title, onAsk, isFaint = false, children }: CellButtonProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-haspopup="menu"
      title={title}
      className={classNames(
        '-mx-1.5 inline-flex h-7 max-w-full min-w-0 items-center rounded px-1.5 hover:bg-canvas hover:ring-1 hover:ring-line-strong',
        isFaint &&
          'text-ink-3 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
      )}
      // The focus stays with the row, whose keys go on working when the menu is closed.
      onMouseDown={(event) => {
        event.preventDefault()
        event.currentTarget.closest<HTMLElement>('[data-row-id]')?.focus({ preventScroll: true })
      }}
      onClick={(event) => onAsk(event.currentTarget)}
    >
      {children}
    </button>
  )
}
