import { type ReactNode, useEffect, useRef } from 'react'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

interface DialogProps {
  readonly title: string
  /** Before the title: decoration. */
  readonly mark?: ReactNode
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * The browser's own modal dialog: it keeps the focus, closes on Escape and gives the focus back. Shown while mounted.
 * `data-first-focus` on a control inside gives it the focus; else its own close button has it.
 */
export function Dialog({ title, mark, closeLabel, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    ref.current?.showModal()
    ref.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus()
    return () => {
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it; Escape is the keyboard's way
    <dialog
      ref={ref}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
      className="m-auto w-[min(480px,calc(100vw-2rem))] rounded-lg bg-surface p-0 text-ink shadow-float backdrop:bg-black/40"
    >
      <div className="flex flex-col gap-4 p-5">
        <header className="flex items-center justify-between gap-4">
          <h2 className="flex items-center gap-2 text-lg font-semibold">
            {mark}
            {title}
          </h2>
          <IconButton label={closeLabel} onClick={() => ref.current?.close()}>
            <Icon name="close" />
          </IconButton>
        </header>
        {children}
      </div>
    </dialog>
  )
}
