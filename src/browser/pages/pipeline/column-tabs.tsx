import { useEffect, useRef } from 'react'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import type { BoardColumns } from './board-columns.ts'
import { type ColumnStatus, columnStatuses } from './board-statuses.ts'
import { StatusCount } from './column-header.tsx'

interface ColumnTabsProps {
  readonly columns: BoardColumns
  readonly current: ColumnStatus
  readonly onChoose: (status: ColumnStatus) => void
}

/** On a phone: the columns by name, the one in sight marked. */
export function ColumnTabs({ columns, current, onChoose }: ColumnTabsProps) {
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    const tab = strip.current?.querySelector<HTMLElement>(`[data-tab="${current}"]`)
    tab?.scrollIntoView?.({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <nav
      ref={strip}
      aria-label={m.pipeline_columns()}
      className="flex h-[45px] shrink-0 gap-5 overflow-x-auto overflow-y-hidden border-b border-line px-4 md:hidden"
    >
      {columnStatuses.map((status) => (
        <button
          key={status}
          type="button"
          data-tab={status}
          aria-current={status === current ? 'true' : undefined}
          className={classNames(
            'flex h-11 shrink-0 items-center gap-2 border-b-2 font-medium focus-visible:-outline-offset-2',
            status === current ? 'border-ink text-ink' : 'border-transparent text-ink-2',
          )}
          onClick={() => onChoose(status)}
        >
          <StatusMark status={status} />
          <StatusCount column={columns[status]} />
        </button>
      ))}
    </nav>
  )
}
