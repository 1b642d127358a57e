import type { ReactNode } from 'react'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'

interface PendingProps {
  readonly className?: string
  /** What keeps the layout; a plain skeleton without. */
  readonly children?: ReactNode
}

/** The pending face: busy for who listens, the layout of what comes for who looks. */
export function Pending({ className, children = <Skeleton /> }: PendingProps) {
  return (
    <div aria-busy="true" className={className}>
      <span className="sr-only">{m.loading()}</span>
      {children}
    </div>
  )
}
