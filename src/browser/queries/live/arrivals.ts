import { hashKey, type QueryClient, skipToken, useQuery } from '@tanstack/react-query'
import type { Lead } from '#contract/lead.ts'
import { type LeadListFilters, type LeadListView, leadListQuery } from '../lead-list.ts'
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
  /** Of lists that had grown when more changed than was told, and so were not asked again: when that was, by their hashed key. */
  readonly gaps: Readonly<Record<string, number>>
}

const arrivalsKey = ['live-arrivals'] as const
const none: Arrivals = { list: [], gaps: {} }
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
  change(client, ({ list, gaps }) => {
    const byId = new Map(list.map((one) => [one.lead.id, one]))
    for (const lead of leads) {
      const known = byId.get(lead.id)
      byId.delete(lead.id)
      // What came a minute ago and has changed since is still new to who has not seen it.
      byId.set(lead.id, { lead, at, isNew: isNew.has(lead.id) || known?.isNew === true })
    }
    return { list: [...byId.values()].slice(-mostKept), gaps }
  })
}

/** `hashes`: the hashed keys of lists that nobody asks for again by himself. */
export function noteGap(client: QueryClient, hashes: readonly string[], at: number): void {
  const seen = Object.fromEntries(hashes.map((hash) => [hash, at]))
  change(client, ({ list, gaps }) => ({ list, gaps: { ...gaps, ...seen } }))
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
  const mayHaveChanged = (arrivals.gaps[hashKey(leadListQuery(filters).queryKey)] ?? 0) > asOf
  if (matching.length === 0) return { count: 0, mayHaveChanged }
  const listed = new Set(leads.map(({ id }) => id))
  return { count: matching.filter(({ lead }) => !listed.has(lead.id)).length, mayHaveChanged }
}

export function useArrivals(): Arrivals {
  return useQuery<Arrivals>({ queryKey: arrivalsKey, queryFn: skipToken, staleTime: 'static' }).data ?? none
}
