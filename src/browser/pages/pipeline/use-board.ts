import { useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { useDisplay } from '#parts/display.tsx'
import { noFilters } from '#parts/filter/filter-codec.ts'
import { filterQuestion } from '#parts/filter/filter-question.ts'
import type { Failure } from '#queries/failure.ts'
import { type LeadListFilters, type LeadListView, useLeadList } from '#queries/lead-list.ts'
import { useOwnWrites } from '#queries/own-writes.ts'
import { askingOrder } from './asking-order.ts'
import { type BoardColumns, boardColumns, type StatusLists } from './board-columns.ts'
import { type BoardStatus, boardStatuses } from './board-statuses.ts'
import { movingLeads } from './moving-leads.ts'
import type { PipelineView } from './pipeline-view-codec.ts'

export interface BoardData {
  readonly lists: Readonly<Record<BoardStatus, LeadListView>>
  readonly columns: BoardColumns
  /** What has been asked of each status so far. */
  readonly asked: readonly { readonly filters: LeadListFilters; readonly list: LeadListView }[]
  /** The lead of every card. */
  readonly leads: ReadonlyMap<string, Lead>
  /** Names the question that the board answers. */
  readonly question: string
  /** Epoch milliseconds of the oldest list on the board. */
  readonly asOf: number | undefined
  readonly isRefreshing: boolean
  /** The one failure of a board of which nothing could be read. */
  readonly failure: Failure | null
  readonly askAgain: () => void
}

const nobody: readonly Lead[] = []

/** The lists of the board, asked for in turns: what is in sight first, ten calls in all. */
export function useBoard(view: PipelineView, atOnce: number): BoardData {
  const { zone, today, isZonePending } = useDisplay()
  const writes = useOwnWrites()
  const [order] = useState(() => askingOrder(view.column))
  const [count, setCount] = useState(atOnce)
  const [moving, setMoving] = useState(nobody)
  const mayAsk = !isZonePending || view.filters.created === noFilters.created
  const asked: readonly BoardStatus[] = mayAsk ? order.slice(0, count) : []
  const rest = { ...filterQuestion(view.filters, zone, today), sortBy: 'updatedAt', sortOrder: 'desc' } as const
  const lists = {
    new: useLeadList({ ...rest, status: 'new' }, asked.includes('new')),
    contacted: useLeadList({ ...rest, status: 'contacted' }, asked.includes('contacted')),
    responded: useLeadList({ ...rest, status: 'responded' }, asked.includes('responded')),
    qualified: useLeadList({ ...rest, status: 'qualified' }, asked.includes('qualified')),
    hot: useLeadList({ ...rest, status: 'hot' }, asked.includes('hot')),
    proposal: useLeadList({ ...rest, status: 'proposal' }, asked.includes('proposal')),
    negotiation: useLeadList({ ...rest, status: 'negotiation' }, asked.includes('negotiation')),
    invoice: useLeadList({ ...rest, status: 'invoice' }, asked.includes('invoice')),
    won: useLeadList({ ...rest, status: 'won' }, asked.includes('won')),
    lost: useLeadList({ ...rest, status: 'lost' }, asked.includes('lost')),
  } as const satisfies Record<BoardStatus, LeadListView>
  if (mayAsk && count < order.length && asked.every((status) => !lists[status].isPending)) setCount(count + 3)

  const answers = answersOf(lists)
  const nextMoving = movingLeads(moving, answers, writes)
  if (nextMoving !== moving) setMoving(nextMoving)
  const columns = boardColumns({ lists: answers, moving: nextMoving, writes, filters: view.filters })
  const all = boardStatuses.map((status) => lists[status])
  const dates = all.flatMap(({ asOf }) => asOf ?? [])
  const isUnread = all.every(({ leads, failure }) => leads === undefined && failure !== null)
  return {
    lists,
    asked: asked.map((status) => ({ filters: { ...rest, status }, list: lists[status] })),
    columns,
    leads: leadsOf(columns),
    question: JSON.stringify(rest),
    asOf: dates.length === 0 ? undefined : Math.min(...dates),
    isRefreshing: all.some(({ isRefreshing }) => isRefreshing),
    failure: isUnread ? (all[0]?.failure ?? null) : null,
    askAgain: () => {
      for (const status of asked) lists[status].askAgain()
    },
  }
}

function answersOf(lists: Readonly<Record<BoardStatus, LeadListView>>): StatusLists {
  return Object.fromEntries(
    boardStatuses.map((status) => {
      const { leads, total, isPrevious } = lists[status]
      // The count of the previous question is not this one's.
      return [status, { leads, total: isPrevious ? null : total }]
    }),
  ) as unknown as StatusLists
}

function leadsOf(columns: BoardColumns): ReadonlyMap<string, Lead> {
  return new Map(boardStatuses.flatMap((status) => columns[status].cards.map(({ lead }) => [lead.id, lead] as const)))
}
