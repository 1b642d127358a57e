import type { ReactNode } from 'react'
import { Link } from 'react-router'

// On ink no colour of ours has contrast enough: an action is told by its line and weight.
const actionClass =
  'inline-flex min-h-8 items-center rounded font-semibold whitespace-nowrap underline decoration-surface/50 underline-offset-3 hover:decoration-surface focus-visible:outline-surface pointer-coarse:min-h-11'

interface WaitingActionProps {
  readonly onClick: () => void
  readonly children: ReactNode
  readonly shortcut?: string
  readonly isExpanded?: boolean
}

export function WaitingAction({ onClick, children, shortcut, isExpanded }: WaitingActionProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={shortcut}
      aria-expanded={isExpanded}
      className={actionClass}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

export function WaitingLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to} className={actionClass}>
      {children}
    </Link>
  )
}
