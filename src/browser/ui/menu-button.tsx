import { type ReactNode, useState } from 'react'
import { Menu } from './menu.tsx'
import type { MenuItem } from './menu-choice.tsx'

interface MenuButtonProps {
  readonly label: string
  readonly note?: string | undefined
  readonly items: readonly MenuItem[]
  readonly onPick: (id: string) => void
  /** What stands on the button. */
  readonly children: ReactNode
  /** Name of the button where what stands on it does not say enough. */
  readonly buttonLabel?: string
  readonly className?: string
  /** For a menu that a key opens too. */
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
}

/** A button that opens a menu beside it. A press on it reaches nothing around it: a row does not open. */
export function MenuButton({
  label,
  note,
  items,
  onPick,
  children,
  buttonLabel,
  className,
  ...control
}: MenuButtonProps) {
  const [button, setButton] = useState<HTMLButtonElement | null>(null)
  const [ownOpen, setOwnOpen] = useState(false)
  const isOpen = control.isOpen ?? ownOpen
  const setOpen = (next: boolean) => {
    setOwnOpen(next)
    control.onOpenChange?.(next)
  }
  return (
    <>
      <button
        ref={setButton}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={buttonLabel}
        className={className}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(!isOpen)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') event.stopPropagation()
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          event.stopPropagation()
          setOpen(true)
        }}
      >
        {children}
      </button>
      {isOpen && (
        <Menu label={label} note={note} items={items} onPick={onPick} onClose={() => setOpen(false)} anchor={button} />
      )}
    </>
  )
}
