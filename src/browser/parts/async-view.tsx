import type { ReactNode } from 'react'
import type { View } from '#queries/view.ts'
import { ProgressLine } from '#ui/progress-line.tsx'
import * as m from '#words/m.ts'
import { useDisplay } from './display.tsx'
import { FailureFace } from './failure/failure-face.tsx'
import { Pending } from './pending.tsx'

interface AsyncViewProps<T> {
  readonly view: View<T>
  /** Keeps the layout while the first answer is under way. */
  readonly pending?: ReactNode
  /** True where the data has nothing to show. */
  readonly isEmpty?: (data: T) => boolean
  readonly empty?: ReactNode
  readonly children: (data: T) => ReactNode
}

/** The four faces of every read: pending, failed, empty, ready. A refresh, or one that fails, never hides what is there. */
export function AsyncView<T>({ view, pending, isEmpty, empty, children }: AsyncViewProps<T>) {
  if (view.data === undefined) {
    if (view.failure !== null) return <FailureFace failure={view.failure} askAgain={view.askAgain} />
    return <Pending>{pending}</Pending>
  }
  return (
    <div className="min-w-0">
      <ProgressLine active={view.isRefreshing} />
      {view.failure !== null && (
        <div className="mb-3 rounded bg-warn-soft p-3">
          <FailureFace failure={view.failure} askAgain={view.askAgain} />
          <AsOf asOf={view.asOf} />
        </div>
      )}
      {isEmpty?.(view.data) ? empty : children(view.data)}
    </div>
  )
}

/** Freshness in words: "as of 14:02". */
export function AsOf({ asOf }: { readonly asOf: number | undefined }) {
  const { dates } = useDisplay()
  if (asOf === undefined) return null
  return <span className="tabular text-xs text-ink-3">{m.as_of({ time: dates.time(asOf) })}</span>
}
