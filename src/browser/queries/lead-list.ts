import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  replaceEqualDeep,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Lead, LeadListQuery } from '#contract/lead.ts'
import { ask } from './ask.ts'
import { askAnew, purposeNow, purposeOfRead } from './asked-anew.ts'
import { useCreatedLeads, withCreated } from './created-leads.ts'
import type { FailedCall } from './failed-call.ts'
import type { Failure } from './failure.ts'
import { cutLeadLists, takeNewer } from './known-leads.ts'
import { isLive } from './live-link.ts'
import { isNewer } from './newest-leads.ts'
import { useOwnWrites } from './own-writes.ts'
import { freshForMs } from './query-client.ts'
import { shownLeads } from './shown-lead.ts'

/** The questions a list can be asked; paging is this file's own business. */
export type LeadListFilters = Omit<LeadListQuery, 'page' | 'cursor' | 'limit'>

const pageSize = 50

export interface LeadPage {
  readonly leads: Lead[]
  readonly total: number | null
  readonly nextCursor: string | null
  readonly asOf: number
}

export function leadListQuery(filters: LeadListFilters) {
  return infiniteQueryOptions<
    LeadPage,
    FailedCall,
    InfiniteData<LeadPage, string | null>,
    readonly unknown[],
    string | null
  >({
    queryKey: ['lead-list', filters],
    staleTime: freshForMs.list,
    initialPageParam: null,
    structuralSharing: keepNewer,
    queryFn: async (context) => {
      const cursor = context.pageParam ?? undefined
      const { body, asOf } = await ask(
        agentEndpoints.listLeads,
        { query: { ...filters, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) } },
        context.signal,
        cursor === undefined ? purposeOfRead(context) : purposeNow(),
      )
      return {
        leads: takeNewer(context.client, body.data, asOf),
        total: body.pagination?.total ?? null,
        nextCursor: body.pagination?.nextCursor ?? null,
        asOf,
      }
    },
    getNextPageParam: (last) => last.nextCursor,
  })
}

/**
 * An answer is laid beside what the list shows by then: a page that was on its way while news came, or that the proxy had
 * kept, must not bring back an older copy of a row.
 */
function keepNewer(before: unknown, next: unknown): unknown {
  const shown = before as InfiniteData<LeadPage> | undefined
  const answer = next as InfiniteData<LeadPage>
  if (shown === undefined) return next
  const byId = new Map(shown.pages.flatMap(({ leads }) => leads.map((lead) => [lead.id, lead] as const)))
  const pages = answer.pages.map((page) => {
    const leads = page.leads.map((lead) => {
      const known = byId.get(lead.id)
      return known !== undefined && isNewer(known, lead) ? known : lead
    })
    return { ...page, leads }
  })
  return replaceEqualDeep(before, { ...answer, pages })
}

export interface LeadListView {
  /** Every lead loaded so far, each id once, in the order of the server, with own writes over them. Undefined until page one. */
  readonly leads: Lead[] | undefined
  readonly total: number | null
  readonly asOf: number | undefined
  readonly failure: Failure | null
  readonly isPending: boolean
  readonly isRefreshing: boolean
  /** True while the rows on screen still answer the previous question. */
  readonly isPrevious: boolean
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
  readonly askAgain: () => void
}

/**
 * Leads that match the filters, page after page by cursor. Changing a filter keeps the old rows until the new ones come.
 * `isAsked` false holds the question back: the view is pending until it may be asked.
 */
export function useLeadList(filters: LeadListFilters, isAsked = true): LeadListView {
  const client = useQueryClient()
  const options = leadListQuery(filters)
  const result = useInfiniteQuery({
    ...options,
    enabled: isAsked,
    placeholderData: keepPreviousData,
    // A list that has grown is never fetched again whole, nor cut under somebody's eyes: a person asks with `askAgain`.
    // While news come by themselves nothing is asked for in case there are some.
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) <= 1 && (!isLive() || state.isInvalidated),
    refetchOnMount: (query) => (query.state.data?.pages.length ?? 0) <= 1,
    refetchOnReconnect: false,
  })
  const pages = result.data?.pages
  const writes = useOwnWrites()
  const created = useCreatedLeads()
  const listed = pages === undefined ? undefined : distinctLeads(pages)
  const hasMore = result.hasNextPage
  // Rows of the previous question say nothing of what the new one lacks.
  const isLacking = listed !== undefined && created.length > 0 && !result.isPlaceholderData
  return {
    leads: listed && shownLeads(isLacking ? withCreated(listed, created, { filters, hasMore }) : listed, writes),
    total: pages?.at(-1)?.total ?? null,
    asOf: pages?.[0]?.asOf,
    failure: result.error?.failure ?? null,
    isPending: result.isPending,
    isRefreshing: result.isFetching && !result.isPending && !result.isFetchingNextPage,
    isPrevious: result.isPlaceholderData,
    hasMore,
    isLoadingMore: result.isFetchingNextPage,
    loadMore: () => {
      if (result.hasNextPage && !result.isFetching) void result.fetchNextPage()
    },
    askAgain: () => {
      // A failed later page is asked for alone; a refresh starts at page one.
      if (result.isFetchNextPageError) return void result.fetchNextPage()
      cutLeadLists(client, options.queryKey)
      askAnew(() => void result.refetch())
    },
  }
}

/** Rows are told apart by id: a lead that moved between two pages is shown once, where it was first seen. */
export function distinctLeads(pages: readonly { readonly leads: readonly Lead[] }[]): Lead[] {
  const byId = new Map<string, Lead>()
  for (const page of pages) for (const lead of page.leads) if (!byId.has(lead.id)) byId.set(lead.id, lead)
  return [...byId.values()]
}
