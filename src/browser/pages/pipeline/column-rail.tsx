import { Link } from 'react-router'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { DropPlace } from '#ui/board/drop-place.tsx'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import type { BoardColumn } from './board-columns.ts'
import type { ColumnStatus } from './board-statuses.ts'
import { StatusCount } from './column-header.tsx'

const rail = 'flex w-11 shrink-0 flex-col rounded-lg border border-dashed border-line-strong my-3'
const inside =
  'flex min-h-24 flex-1 items-center gap-2 rounded-lg px-3.5 text-ink-2 [writing-mode:vertical-rl] hover:bg-sunken hover:text-ink'

interface EmptyRailProps {
  readonly status: ColumnStatus
  readonly column: BoardColumn
  readonly onOpen: () => void
}

/** A column without cards, folded: still a place to drop at. */
export function EmptyRail({ status, column, onOpen }: EmptyRailProps) {
  const word = statusWord(status)
  return (
    <DropPlace id={status} label={word} className={rail} overClassName="border-accent bg-accent-soft">
      <button type="button" className={inside} title={m.pipeline_open_column({ status: word })} onClick={onOpen}>
        <StatusMark status={status} />
        <StatusCount column={column} />
        <span className="sr-only">{m.pipeline_open_column({ status: word })}</span>
      </button>
    </DropPlace>
  )
}

/** Visits, folded away and not asked for: they cannot be set, so nothing can be dropped here. */
export function VisitsRail({ to }: { readonly to: string }) {
  return (
    <div className={`${rail} max-md:hidden`}>
      <Link to={to} className={inside} title={m.pipeline_visits_hint()}>
        <StatusMark status="pageview" />
        <span className="sr-only">{m.pipeline_visits_hint()}</span>
      </Link>
    </div>
  )
}
