import type { LeadListFilters, LeadListView } from '#queries/lead-list.ts'
import { newInList, useArrivals } from '#queries/live/arrivals.ts'
import * as m from '#words/m.ts'
import { useDisplay } from '../display.tsx'

export interface LeadsPillProps {
  readonly filters: LeadListFilters
  readonly list: LeadListView
  /** A status that the list hides: what is hidden is not announced. */
  readonly hidden: string | null
  readonly onShow: () => void
}

/** What has come since a list was read: it floats over the first rows, which stay where they are until somebody asks. */
export function LeadsPill({ filters, list, hidden, onShow }: LeadsPillProps) {
  const arrivals = useArrivals()
  const shown =
    hidden === null ? arrivals : { ...arrivals, list: arrivals.list.filter(({ lead }) => lead.status !== hidden) }
  const { count, mayHaveChanged } = newInList(shown, filters, list)
  return (
    <div className="pointer-events-none absolute inset-x-0 top-10 z-20 flex justify-center max-md:top-2 print:hidden">
      <Pill count={count} mayHaveChanged={mayHaveChanged && !list.isRefreshing} onShow={onShow} />
    </div>
  )
}

export interface BoardPillProps {
  readonly columns: readonly { readonly filters: LeadListFilters; readonly list: LeadListView }[]
  /** Leads that stand on the board already, wherever the list they came with. */
  readonly shownIds: ReadonlySet<string>
}

/** The same for a board, in a line of it: only the columns that something has come to are asked again. */
export function BoardPill({ columns, shownIds }: BoardPillProps) {
  const arrivals = useArrivals()
  const others = { ...arrivals, list: arrivals.list.filter(({ lead }) => !shownIds.has(lead.id)) }
  const waiting = columns
    .map(({ filters, list }) => ({ list, ...newInList(others, filters, list) }))
    .filter(({ count, mayHaveChanged, list }) => count > 0 || (mayHaveChanged && !list.isRefreshing))
  return (
    <Pill
      count={waiting.reduce((sum, { count }) => sum + count, 0)}
      mayHaveChanged={waiting.some(({ mayHaveChanged }) => mayHaveChanged)}
      onShow={() => {
        for (const { list } of waiting) list.askAgain()
      }}
    />
  )
}

interface PillProps {
  readonly count: number
  readonly mayHaveChanged: boolean
  readonly onShow: () => void
}

/** Read out politely; pressed, it is the list's refresh. */
function Pill({ count, mayHaveChanged, onShow }: PillProps) {
  const { numbers } = useDisplay()
  const n = numbers.count(count)
  const spoken = count === 1 ? m.live_show_new_one() : m.live_show_new({ n })
  const text = count > 0 ? m.live_new({ n }) : mayHaveChanged ? m.live_changed() : null
  return (
    <div role="status" className="print:hidden">
      {text !== null && (
        <button
          type="button"
          aria-label={count > 0 ? spoken : undefined}
          className="tabular pointer-events-auto relative inline-flex h-8 items-center gap-1.5 rounded-full bg-ink px-3.5 text-sm font-medium text-surface shadow-float before:absolute before:-inset-1.5 hover:opacity-90"
          onClick={onShow}
        >
          <span aria-hidden="true">↑</span>
          {text}
        </button>
      )}
    </div>
  )
}
