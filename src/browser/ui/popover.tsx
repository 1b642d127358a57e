import { type ReactNode, useEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'

interface PopoverProps {
  /** Draws the control that opens it. `open` is for its aria-expanded. */
  readonly trigger: (props: { readonly onClick: () => void; readonly 'aria-expanded': boolean }) => ReactNode
  /** Name of the panel, for people who do not see it. */
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly className?: string
  readonly children: (close: () => void) => ReactNode
  readonly isOpen?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/**
 * A small panel beneath its control, not modal: Escape, a press outside or leaving by Tab closes it, Escape gives the
 * focus back to the control. The first control inside takes the focus.
 */
export function Popover({ trigger, label, align = 'start', className, children, isOpen, onOpenChange }: PopoverProps) {
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
    if (!open) return
    const first = panel.current?.querySelector<HTMLElement>('[autofocus], input:checked, input, select, button, a')
    first?.focus()
  }, [open])
  useEffect(() => {
    if (!open) return
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) {
        setOwnOpen(false)
        onOpenChange?.(false)
      }
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [open, onOpenChange])

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
            'absolute top-full z-30 mt-1.5 min-w-56 rounded-lg bg-surface p-2 shadow-float',
            align === 'end' ? 'right-0' : 'left-0',
            className,
          )}
        >
          {children(close)}
        </div>
      )}
    </div>
  )
}
