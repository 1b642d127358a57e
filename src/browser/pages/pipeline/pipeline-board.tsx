import { type RefObject, useEffect, useRef } from 'react'
import { useDisplay } from '#parts/display.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { useMemberName } from '#parts/lead/member-mark.tsx'
import { useRequestStatus } from '#parts/status/use-request-status.ts'
import { useNow } from '#parts/use-now.ts'
import { Board } from '#ui/board/board.tsx'
import { focusCard } from '#ui/board/card-focus.ts'
import { classNames } from '#ui/class-names.ts'
import { leadName } from '#words/lead-name.ts'
import * as m from '#words/m.ts'
import { statusWord } from '#words/vocabulary-words.ts'
import { BoardColumn } from './board-column.tsx'
import { BoardEmpty } from './board-empty.tsx'
import { boardStatuses, boardStatusOf, columnStatuses } from './board-statuses.ts'
import { CardFactsProvider, instructionsId } from './card-facts.ts'
import { ClosingPlaces } from './closing-places.tsx'
import { VisitsRail } from './column-rail.tsx'
import { ColumnTabs } from './column-tabs.tsx'
import { HeldCard } from './lead-card.tsx'
import type { BoardData } from './use-board.ts'
import type { PipelineControl } from './use-pipeline-view.ts'
import { useSnappedColumn } from './use-snapped-column.ts'

interface PipelineBoardProps {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly control: PipelineControl
  readonly board: BoardData
  readonly isWide: boolean
  /** null where the focus leaves the cards: then no key may act on one. */
  readonly onFocusCard: (id: string | null) => void
}

/** The columns, the places for closed leads, and the three ways to move a card: all ask for a status in the one way. */
export function PipelineBoard({ ref, control, board, isWide, onFocusCard }: PipelineBoardProps) {
  const { dates, numbers } = useDisplay()
  const memberName = useMemberName()
  const now = useNow(60_000)
  const requestStatus = useRequestStatus()
  const snapped = useSnappedColumn(control.view.column, !isWide, control.showColumn)
  const rememberFocus = useFocusKept(ref)

  if (board.failure !== null) {
    return (
      <div className="p-6">
        <FailureFace failure={board.failure} askAgain={board.askAgain} />
      </div>
    )
  }
  const move = (cardId: string, place: string) => {
    const lead = board.leads.get(cardId)
    const status = boardStatusOf(place)
    if (lead === undefined || status === null || lead.status === status) return
    requestStatus(lead, status)
  }
  const nameOf = (cardId: string) => {
    const lead = board.leads.get(cardId)
    return lead === undefined ? '' : leadName(lead)
  }
  const words = {
    lifted: (cardId: string, place: string) => m.pipeline_lifted({ name: nameOf(cardId), status: statusWord(place) }),
    over: overText,
    // Won and Lost ask first: until that is answered nothing has moved.
    dropped: (cardId: string, place: string) =>
      place === 'won' || place === 'lost'
        ? overText(place)
        : m.pipeline_dropped({ name: nameOf(cardId), status: statusWord(place) }),
    putBack: (cardId: string) => m.pipeline_put_back({ name: nameOf(cardId) }),
  }
  return (
    <CardFactsProvider value={{ dates, numbers, memberName, now, leadPlace: control.leadPlace }}>
      {!isWide && <ColumnTabs columns={board.columns} current={snapped.inSight} onChoose={snapped.scrollTo} />}
      <p id={instructionsId} hidden>
        {m.pipeline_instructions()}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears which card has the focus */}
      <div
        ref={ref}
        className="flex min-h-0 flex-1 flex-col"
        onFocus={({ target }) => {
          const id = target.closest<HTMLElement>('[data-card-id]')?.dataset.cardId
          if (id === undefined) return
          rememberFocus({ id, element: target })
          onFocusCard(id)
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget?.closest('[data-card-id]') == null) onFocusCard(null)
        }}
      >
        <Board
          places={boardStatuses}
          words={words}
          onDrop={move}
          isPaged={!isWide}
          renderHeld={(cardId) => {
            const lead = board.leads.get(cardId)
            return lead === undefined ? null : <HeldCard lead={lead} />
          }}
          className="relative flex min-h-0 flex-1"
        >
          <div
            ref={snapped.scroller}
            data-board-scroller=""
            className={classNames(
              'relative flex min-h-0 min-w-0 flex-1 overflow-x-auto overflow-y-hidden',
              isWide ? 'gap-3 px-6' : 'snap-x snap-mandatory overscroll-x-contain',
            )}
            onScroll={snapped.onScroll}
          >
            {isWide && <VisitsRail to={control.listPlace('pageview')} />}
            {columnStatuses.map((status) => (
              <BoardColumn
                key={status}
                status={status}
                column={board.columns[status]}
                list={board.lists[status]}
                canFold={isWide}
              />
            ))}
            <BoardEmpty control={control} board={board} />
          </div>
          <ClosingPlaces columns={board.columns} placeOf={control.listPlace} />
        </Board>
      </div>
    </CardFactsProvider>
  )
}

function overText(place: string): string {
  const status = statusWord(place)
  if (place === 'won') return m.pipeline_over_won({ status })
  return place === 'lost' ? m.pipeline_over_lost({ status }) : m.pipeline_over({ status })
}

interface FocusedCard {
  readonly id: string
  readonly element: Element
}

/** A moved card is drawn anew in another column, and what had the focus is gone: the card gets it back there. */
function useFocusKept(root: RefObject<HTMLDivElement | null>): (focused: FocusedCard) => void {
  const last = useRef<FocusedCard | null>(null)
  useEffect(() => {
    if (last.current === null || last.current.element.isConnected || document.activeElement !== document.body) return
    if (!focusCard(root.current, last.current.id)) last.current = null
  })
  return (focused) => {
    last.current = focused
  }
}
