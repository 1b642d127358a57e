import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import type { Lead } from '#contract/lead.ts'
import type { LeadListFilters, LeadListView } from '../lead-list.ts'
import { surelyMatches } from '../surely-matches.ts'

/** A lead that the stream told of, and when the upstream showed it (epoch milliseconds by this browser's clock). */
export interface Arrival {
  readonly lead: Lead
  readonly at: number
  /** Made since the look before; else changed. */
  readonly isNew: boolean
}

export interface Arrivals {
  /** Oldest first, each lead once. */
  readonly list: readonly Arrival[]
  /** When more changed than was told; null for never. */
  readonly gapAt: number | null
}

const arrivalsKey = ['live-arrivals'] as const
const none: Arrivals = { list: [], gapAt: null }
/** Of so many nobody counts on; whoever is away for that long refreshes. */
const mostKept = 2_000

function change(client: QueryClient, next: (known: Arrivals) => Arrivals): void {
  client.setQueryDefaults(arrivalsKey, { gcTime: Number.POSITIVE_INFINITY })
  client.setQueryData<Arrivals>(arrivalsKey, (known) => next(known ?? none))
}

export function noteArrivals(
  client: QueryClient,
  leads: readonly Lead[],
  arrived: readonly string[],
  at: number,
): void {
  const isNew = new Set(arrived)
  change(client, ({ list, gapAt }) => {
    const byId = new Map(list.map((one) => [one.lead.id, one]))
    for (const lead of leads) {
      const known = byId.get(lead.id)
      byId.delete(lead.id)
      // What came a minute ago and has changed since is still new to who has not seen it.
      byId.set(lead.id, { lead, at, isNew: isNew.has(lead.id) || known?.isNew === true })
    }
    return { list: [...byId.values()].slice(-mostKept), gapAt }
  })
}

export function noteGap(client: QueryClient, at: number): void {
  change(client, ({ list }) => ({ list, gapAt: at }))
}

/** What stands behind a list by now. `count`: leads that surely belong to it and came since it was read. */
export interface NewInList {
  readonly count: number
  /** More changed than was told, and a list that has grown is not asked again by itself. */
  readonly mayHaveChanged: boolean
}

/** Of a list that goes on, a changed lead may stand among what is not loaded; of one that is here whole, it has come in. */
export function newInList(
  arrivals: Arrivals,
  filters: LeadListFilters,
  list: Pick<LeadListView, 'leads' | 'asOf' | 'hasMore' | 'isPrevious'>,
): NewInList {
  const { leads, asOf } = list
  if (leads === undefined || asOf === undefined || list.isPrevious) return { count: 0, mayHaveChanged: false }
  const since = arrivals.list.filter(({ at, isNew }) => at > asOf && (isNew || !list.hasMore))
  const matching = since.filter(({ lead }) => surelyMatches(lead, filters))
  const mayHaveChanged = arrivals.gapAt !== null && arrivals.gapAt > asOf
  if (matching.length === 0) return { count: 0, mayHaveChanged }
  const listed = new Set(leads.map(({ id }) => id))
  return { count: matching.filter(({ lead }) => !listed.has(lead.id)).length, mayHaveChanged }
}

export function useArrivals(): Arrivals {
  return useQuery<Arrivals>({ queryKey: arrivalsKey, queryFn: skipToken, staleTime: 'static' }).data ?? none
}
