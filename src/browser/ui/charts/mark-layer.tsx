import { type ComponentType, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { classNames } from '../class-names.ts'
import { type Hint, hintText, Tip } from './tip.tsx'

/** A place of a chart that can be pointed at; its box in per cent of the plot, from the top left. */
export interface Mark {
  readonly id: string
  readonly hint: Hint
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** Where it leads; undefined leads nowhere. */
  readonly to?: string
}

interface LinkProps {
  readonly to: string
  readonly className: string
  readonly children: ReactNode
}

interface MarkLayerProps {
  /** Name of the picture. */
  readonly label: string
  readonly marks: readonly Mark[]
  /** The router's link: this room knows no router. */
  readonly link: ComponentType<LinkProps>
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/**
 * The marks of a chart for pointer, finger and keyboard alike: one stop for Tab, arrows from mark to mark, Home and End,
 * Escape hides the tip. Hover and focus show the same tip.
 */
export function MarkLayer({ label, marks, link: Link }: MarkLayerProps) {
  const layer = useRef<HTMLUListElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const stop = marks.some(({ id }) => id === current) ? current : (marks[0]?.id ?? null)

  function move(event: KeyboardEvent): void {
    if (event.key === 'Escape' && shown !== null) {
      event.stopPropagation()
      setShown(null)
      return
    }
    const at = marks.findIndex(({ id }) => id === stop)
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? marks.length - 1 : at + (steps[event.key] ?? Number.NaN)
    const next = marks[to]
    if (next === undefined) return
    event.preventDefault()
    setCurrent(next.id)
    layer.current?.querySelectorAll<HTMLElement>('[data-mark]')[to]?.focus()
  }
  return (
    <ul ref={layer} aria-label={label} className="absolute inset-0">
      {marks.map((mark) => {
        const shared = {
          'data-mark': '',
          'aria-label': hintText(mark.hint),
          tabIndex: mark.id === stop ? 0 : -1,
          className: classNames(
            'relative block h-full w-full rounded-sm hover:bg-ink/4 focus-visible:outline-2 focus-visible:outline-accent',
            mark.to === undefined && 'cursor-default',
          ),
          onFocus: () => {
            setCurrent(mark.id)
            setShown(mark.id)
          },
          onBlur: () => setShown(null),
          onPointerEnter: () => setShown(mark.id),
          onPointerLeave: () => setShown((other) => (other === mark.id ? null : other)),
          onKeyDown: move,
        }
        // Inside its mark, so that the pointer may go over the tip without losing it.
        const tip = shown === mark.id ? <Tip hint={mark.hint} /> : null
        return (
          <li
            key={mark.id}
            className="absolute"
            style={{ left: `${mark.left}%`, top: `${mark.top}%`, width: `${mark.width}%`, height: `${mark.height}%` }}
          >
            {mark.to === undefined ? (
              <button type="button" {...shared}>
                {tip}
              </button>
            ) : (
              <Link to={mark.to} {...shared}>
                {tip}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
