import { useDroppable } from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { useHeld } from './held.ts'

interface DropPlaceProps {
  readonly id: string
  /** Lies above other places: where both are under the pointer, this one takes the card. */
  readonly isPinned?: boolean
  readonly label?: string
  readonly className?: string
  /** Added while a card from elsewhere is over it. */
  readonly overClassName?: string
  readonly children: ReactNode
}

/** Where cards can be dropped. Only this frame is drawn anew while a card passes over it, not what stands in it. */
export function DropPlace({ id, isPinned = false, label, className, overClassName, children }: DropPlaceProps) {
  const held = useHeld()
  const { setNodeRef, isOver } = useDroppable({ id, data: { isPinned } })
  const isTarget = held !== null && held.from !== id && (held.keyedOver === null ? isOver : held.keyedOver === id)
  return (
    <section
      ref={setNodeRef}
      data-place-id={id}
      data-over={isTarget ? '' : undefined}
      aria-label={label}
      className={classNames(className, isTarget && overClassName)}
    >
      {children}
    </section>
  )
}
