import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

interface CardProps {
  readonly title?: ReactNode
  /** At the right of the title. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

export function Card({ title, aside, className, children }: CardProps) {
  return (
    <section className={classNames('min-w-0 rounded-lg border border-line bg-surface p-4 print:p-3', className)}>
      {title !== undefined && (
        <header className="mb-3 flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <h2 className="text-sm font-semibold">{title}</h2>
          {aside !== undefined && <div className="text-xs text-ink-3">{aside}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
