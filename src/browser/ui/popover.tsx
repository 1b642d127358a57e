import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import { keepInWindow } from './keep-in-window.ts'

interface PopoverProps {
  /** Draws the control that opens it, with these properties on it. */
  readonly trigger: (props: { readonly onClick: () => void; readonly 'aria-expanded': boolean }) => ReactNode
  /** Name of the panel, for people who do not see it. */
  readonly label: string
  readonly align?: 'start' | 'end'
  /** Above its control where the control stands at the foot of the screen. */
  readonly side?: 'top' | 'bottom'
  readonly className?: string
  readonly children: (close: () => void) => ReactNode
  readonly isOpen?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** A radio button that is not chosen is no place to begin: an arrow key there would choose. */
const firstControl = 'input:not([type="radio"]), input:checked, select, button, a'

/**
 * A small panel beneath its control, not modal: Escape, a press outside or leaving by Tab closes it, Escape gives the
 * focus back to the control. The first control inside takes the focus, of radio buttons the chosen one.
 */
export function Popover({ trigger, label, align = 'start', side = 'bottom', ...props }: PopoverProps) {
  const { className, children, isOpen, onOpenChange } = props
  const [ownOpen, setOwnOpen] = useState(false)
  const open = isOpen ?? ownOpen
  const root = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const setOpen = (next: boolean) => {
    setOwnOpen(next)
    onOpenChange?.(next)
  }
  const close = () => {
    setOpen(false)
    root.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  }

  useEffect(() => {
    if (!open || panel.current === null) return
    keepInWindow(panel.current)
    // What opens below the end of a scrolled page must be seen. jsdom knows no scrolling.
    panel.current.scrollIntoView?.({ block: 'nearest' })
    const first = panel.current.querySelector<HTMLElement>('[data-first]')
    const place = first ?? panel.current.querySelector<HTMLElement>(firstControl)
    place?.focus()
  }, [open])
  const closeOutside = useEffectEvent(() => setOpen(false))
  useEffect(() => {
    if (!open) return
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) closeOutside()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [open])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what bubbles up from the control and the panel
    <div
      ref={root}
      className="relative"
      onKeyDown={(event) => {
        if (open && event.key === 'Escape') {
          event.stopPropagation()
          close()
        }
      }}
      onBlur={(event) => {
        if (open && event.relatedTarget instanceof Node && !root.current?.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      {trigger({ onClick: () => setOpen(!open), 'aria-expanded': open })}
      {open && (
        <div
          ref={panel}
          role="dialog"
          aria-label={label}
          className={classNames(
            'absolute z-30 min-w-56 rounded-lg bg-surface p-2 shadow-float',
            align === 'end' ? 'right-0' : 'left-0',
            side === 'top' ? 'bottom-full mb-1.5' : 'top-full mt-1.5',
            className,
          )}
        >
          {children(close)}
        </div>
      )}
    </div>
  )
}
