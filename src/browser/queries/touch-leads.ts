import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { LeadListQuery } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { ask } from './ask.ts'
import { purposeOfRead } from './asked-anew.ts'
import type { FailedCall } from './failed-call.ts'
import { freshForMs } from './query-client.ts'
import { type Dated, toView, type View } from './view.ts'

/** A first page of leads, as far as a count needs it. */
export interface TouchLeads {
  readonly leads: readonly { readonly createdAt: string | null; readonly actualValue: number | null | undefined }[]
  /** All that match; null where the API does not tell. */
  readonly total: number | null
}

const oldestNew = { status: 'new', sortBy: 'createdAt', sortOrder: 'asc', limit: limits.pageSize } as const
const newestWon = { status: 'won', sortBy: 'updatedAt', sortOrder: 'desc', limit: limits.pageSize } as const

/** New leads, oldest first: the number of all of them, and how long the first hundred have waited. */
export function useNewLeads(isAsked: boolean): View<TouchLeads> {
  return useTouch(oldestNew, isAsked)
}

/** The hundred leads whose change to Won, or since, is newest. */
export function useLatestWon(isAsked: boolean): View<TouchLeads> {
  return useTouch(newestWon, isAsked)
}

/** The number of new leads created before an instant, exactly. */
export function useNewBefore(instantMs: number, isAsked: boolean): View<TouchLeads> {
  return useTouch({ status: 'new', createdTo: new Date(instantMs).toISOString(), limit: 1 }, isAsked, true)
}

function useTouch(query: LeadListQuery, isAsked: boolean, movesOn = false): View<TouchLeads> {
  return toView(
    useQuery<Dated<TouchLeads>, FailedCall>({
      queryKey: ['touch-leads', query],
      staleTime: freshForMs.conversions,
      enabled: isAsked,
      // A number of a quarter hour ago is nearer than none.
      ...(movesOn && { placeholderData: keepPreviousData }),
      queryFn: async (context) => {
        const { body, asOf } = await ask(agentEndpoints.listLeads, { query }, context.signal, purposeOfRead(context))
        const leads = body.data.map(({ createdAt, actualValue }) => ({ createdAt: createdAt ?? null, actualValue }))
        return { data: { leads, total: body.pagination?.total ?? null }, asOf }
      },
    }),
  )
}
