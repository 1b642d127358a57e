import { Link } from 'react-router'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { DropPlace } from '#ui/board/drop-place.tsx'
import { useHeld } from '#ui/board/held.ts'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import type { BoardColumns } from './board-columns.ts'
import { type ClosingStatus, closingStatuses } from './board-statuses.ts'
import { StatusCount } from './column-header.tsx'

interface ClosingPlacesProps {
  readonly columns: BoardColumns
  readonly placeOf: (status: ClosingStatus) => string
}

const asks = { won: m.pipeline_won_asks, lost: m.pipeline_lost_asks } as const

/** Won and Lost: places to drop at that ask first. Pinned at the right; on a phone at the bottom, while a card is held. */
export function ClosingPlaces({ columns, placeOf }: ClosingPlacesProps) {
  const isHeld = useHeld() !== null
  return (
    <div
      className={classNames(
        'flex gap-3 max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:z-10 max-md:h-28 max-md:border-t max-md:border-line max-md:bg-canvas max-md:p-3',
        'md:w-36 md:shrink-0 md:flex-col md:border-l md:border-line md:p-3 lg:w-40',
        !isHeld && 'max-md:invisible',
      )}
    >
      {closingStatuses.map((status) => (
        <DropPlace
          key={status}
          id={status}
          isPinned
          label={statusWord(status)}
          className="flex flex-1 flex-col items-center justify-center gap-1 rounded-lg border border-dashed border-line-control p-2 text-center"
          overClassName="border-accent bg-accent-soft"
        >
          <h2 className="flex items-center gap-2 font-semibold">
            <Link to={placeOf(status)} className="hover:underline pointer-coarse:py-3">
              <StatusMark status={status} />
            </Link>
            <StatusCount column={columns[status]} />
          </h2>
          <p className="text-xs text-ink-3">{asks[status]()}</p>
        </DropPlace>
      ))}
    </div>
  )
}
