import { useLayoutEffect, useRef } from 'react'
import { classNames } from '../class-names.ts'
import { keepInWindow } from '../keep-in-window.ts'

/** What is said of a mark: its name, and its numbers line by line. */
export interface Hint {
  readonly title: string
  readonly lines: readonly string[]
}

/** A hint as one text, for who hears it. */
export function hintText({ title, lines }: Hint): string {
  return [title, ...lines].join('. ')
}

/** Pixels from the window's top that the bar above a page takes. */
const topRoom = 64

/** The one tooltip of all charts, over the mark that the pointer or the focus is on. Readers have the mark's own name instead. */
export function Tip({ hint, className }: { readonly hint: Hint; readonly className?: string }) {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (panel.current === null) return
    keepInWindow(panel.current)
    if (panel.current.getBoundingClientRect().top < topRoom) panel.current.dataset.below = ''
  }, [])
  return (
    <div
      ref={panel}
      aria-hidden="true"
      data-tip
      className={classNames(
        // Its middle by `transform`, as `keepInWindow` shifts it by `translate`.
        'absolute bottom-full left-1/2 z-20 w-max max-w-64 [transform:translateX(-50%)] rounded bg-surface px-3 py-2 text-left text-xs font-normal text-ink shadow-float',
        'data-below:top-full data-below:bottom-auto print:hidden',
        className,
      )}
    >
      <p className="font-medium">{hint.title}</p>
      {hint.lines.map((line) => (
        <p key={line} className="tabular text-ink-2">
          {line}
        </p>
      ))}
    </div>
  )
}
