import { useState } from 'react'
import { useDisplay } from '#parts/display.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { Pending } from '#parts/pending.tsx'
import type { LeadListView } from '#queries/lead-list.ts'
import { DropPlace } from '#ui/board/drop-place.tsx'
import { Button, IconButton } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Icon } from '#ui/icon.tsx'
import { ProgressLine } from '#ui/progress-line.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import type { BoardColumn as Column } from './board-columns.ts'
import type { ColumnStatus } from './board-statuses.ts'
import { ColumnHeader, SumLine } from './column-header.tsx'
import { EmptyRail } from './column-rail.tsx'
import { LeadCard } from './lead-card.tsx'

interface BoardColumnProps {
  readonly status: ColumnStatus
  readonly column: Column
  readonly list: LeadListView
  /** A phone shows whole columns; there is nothing to fold. */
  readonly canFold: boolean
}

/** One status with its four faces: on its way, failed, empty (folded to a rail), cards. */
export function BoardColumn({ status, column, list, canFold }: BoardColumnProps) {
  const [isOpened, setOpened] = useState(false)
  const isEmpty = list.leads !== undefined && column.cards.length === 0 && !list.hasMore
  if (isEmpty && canFold && !isOpened)
    return <EmptyRail status={status} column={column} onOpen={() => setOpened(true)} />
  return (
    <DropPlace
      id={status}
      label={statusWord(status)}
      className={classNames(
        'group/place flex min-h-0 shrink-0 flex-col gap-1 rounded-lg pt-3 max-md:w-full max-md:snap-start max-md:px-4 md:w-52',
        list.isPrevious && 'opacity-60',
      )}
      overClassName="bg-accent-soft"
    >
      <div className="flex items-start justify-between">
        <ColumnHeader status={status} column={column} />
        {isEmpty && canFold && (
          <IconButton
            label={m.pipeline_fold_column({ status: statusWord(status) })}
            className="-my-1"
            onClick={() => setOpened(false)}
          >
            <Icon name="left" size={12} />
          </IconButton>
        )}
      </div>
      <SumLine column={column} />
      <ProgressLine active={list.isRefreshing} />
      <div className="relative flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto pb-4 in-[body:has([data-foot])]:scroll-pb-44 in-[body:has([data-foot])]:pb-44 max-md:-mx-4 max-md:px-4">
        <div
          aria-hidden="true"
          className="hidden h-16 shrink-0 rounded-lg border border-dashed border-accent group-data-[over]/place:block"
        />
        {list.leads === undefined && list.failure === null ? (
          <PendingCards />
        ) : (
          <ul className="flex flex-col gap-2">
            {column.cards.map(({ lead, write, isGhost }) => (
              <LeadCard key={lead.id} lead={lead} write={write} isGhost={isGhost} />
            ))}
          </ul>
        )}
        {list.failure !== null && (
          <div className="rounded-lg border border-line p-3">
            <FailureFace failure={list.failure} askAgain={list.askAgain} />
          </div>
        )}
        {isEmpty && <p className="px-0.5 text-ink-3">{m.pipeline_empty()}</p>}
        <LoadMore status={status} column={column} list={list} />
      </div>
    </DropPlace>
  )
}

function LoadMore({ status, column, list }: Omit<BoardColumnProps, 'canFold'>) {
  const { numbers } = useDisplay()
  if (!list.hasMore || list.failure !== null) return null
  const shown = numbers.count(column.cards.filter(({ isGhost }) => !isGhost).length)
  const total = column.total === null ? '' : numbers.count(column.total + column.moves)
  return (
    <p className="tabular flex flex-wrap items-center justify-center gap-x-1 text-xs text-ink-3">
      {total === '' ? shown : m.pipeline_loaded_of({ n: shown, total })}
      <span aria-hidden="true">·</span>
      <Button
        look="link"
        className="text-xs!"
        aria-label={m.pipeline_load_more_of({ status: statusWord(status) })}
        aria-disabled={list.isLoadingMore}
        onClick={list.loadMore}
      >
        {list.isLoadingMore ? m.pipeline_loading_more() : m.pipeline_load_more()}
      </Button>
    </p>
  )
}

const places = ['first', 'second', 'third'] as const

function PendingCards() {
  return (
    <Pending className="flex flex-col gap-2">
      {places.map((place) => (
        <div key={place} className="flex h-[90px] flex-col justify-center rounded-lg border border-line px-3">
          <Skeleton lines={3} />
        </div>
      ))}
    </Pending>
  )
}
