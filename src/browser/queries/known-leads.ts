import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Lead } from '#contract/lead.ts'
import { figureRooms } from './figure-rooms.ts'
import type { LeadPage } from './lead-list.ts'
import { isNewer, newestOf } from './newest-leads.ts'
import type { Dated } from './view.ts'

/** What this tab already knows of a lead: from the newest list that holds it, with the time of that list. */
export function findKnownLead(client: QueryClient, id: string): Dated<Lead> | undefined {
  let newest: Dated<Lead> | undefined
  for (const [, data] of client.getQueriesData<InfiniteData<LeadPage>>({ queryKey: ['lead-list'] })) {
    for (const page of data?.pages ?? []) {
      if (newest !== undefined && newest.asOf >= page.asOf) continue
      const lead = page.leads.find((candidate) => candidate.id === id)
      if (lead !== undefined) newest = { data: lead, asOf: page.asOf }
    }
  }
  return newest
}

/** Where the leads behind undelivered events are kept (see `unsent-leads.ts`). */
export const joinedLeadsKey = ['unsent-leads'] as const

/**
 * Lays leads over every older copy of them, by `updatedAt`: lists, details and joined leads. Nothing is asked, nothing counts
 * as fresher. Gives the newest copy of each that is known by now, which may not be the one that came.
 */
export function takeNewer(client: QueryClient, leads: readonly Lead[], asOf: number): Lead[] {
  const newest = new Map(leads.map((lead) => [lead.id, newestOf(client, lead)]))
  for (const known of knownLeads(client)) {
    const lead = newest.get(known.id)
    if (lead !== undefined && isNewer(known, lead)) newest.set(known.id, known)
  }
  const newer = (known: Lead): Lead => {
    const lead = newest.get(known.id)
    return lead !== undefined && isNewer(lead, known) ? { ...known, ...definedFields(lead) } : known
  }
  const all = <Part extends { readonly leads: readonly Lead[] }>(part: Part): Part => {
    const next = part.leads.map(newer)
    return next.every((lead, index) => lead === part.leads[index]) ? part : { ...part, leads: next }
  }
  patch<InfiniteData<LeadPage>>(client, ['lead-list'], (data) => {
    const pages = data.pages.map(all)
    return pages.every((page, index) => page === data.pages[index]) ? data : { ...data, pages }
  })
  patch<{ readonly leads: readonly Lead[] }>(client, joinedLeadsKey, all)
  patch<Dated<Lead>>(client, ['lead'], (known) => {
    const next = newer(known.data)
    return next === known.data ? known : { ...known, data: next, asOf: Math.max(known.asOf, asOf) }
  })
  return leads.map((lead) => newest.get(lead.id) ?? lead)
}

/** Every copy of every lead that lists and details hold. */
function* knownLeads(client: QueryClient): Generator<Lead> {
  for (const [, data] of client.getQueriesData<InfiniteData<LeadPage>>({ queryKey: ['lead-list'] })) {
    for (const page of data?.pages ?? []) yield* page.leads
  }
  for (const [, known] of client.getQueriesData<Dated<Lead>>({ queryKey: ['lead'] }))
    if (known !== undefined) yield known.data
}

/** Changes what is kept under a key without making it count as asked for: an answer under way, and the age, stay what they are. */
function patch<Data>(client: QueryClient, queryKey: readonly unknown[], change: (data: Data) => Data): void {
  for (const query of client.getQueryCache().findAll({ queryKey })) {
    const data = query.state.data as Data | undefined
    if (data === undefined) continue
    const next = change(data)
    if (next !== data) query.setState({ data: next })
  }
}

/** Lays an answer over what every list and the detail hold of a lead. Answers may be partial: merge, never replace. */
export function mergeIntoKnownLeads(client: QueryClient, answer: Lead, asOf: number): void {
  // Somebody may have changed it again since: then the news were here before the answer.
  const merge = (lead: Lead): Lead =>
    lead.id === answer.id && !isNewer(lead, answer) ? { ...lead, ...definedFields(answer) } : lead
  const listed = findKnownLead(client, answer.id)
  client.setQueriesData<InfiniteData<LeadPage>>({ queryKey: ['lead-list'] }, (data) =>
    data === undefined
      ? data
      : { ...data, pages: data.pages.map((page) => ({ ...page, leads: page.leads.map(merge) })) },
  )
  client.setQueryData<{ readonly leads: readonly Lead[] }>(joinedLeadsKey, (joined) =>
    joined === undefined ? joined : { ...joined, leads: joined.leads.map(merge) },
  )
  // Without a base there is nothing to lay it over: part of a lead must not pass for a whole one.
  const known = client.getQueryData<Dated<Lead>>(['lead', answer.id]) ?? listed
  if (known !== undefined) client.setQueryData<Dated<Lead>>(['lead', answer.id], { data: merge(known.data), asOf })
  else void client.invalidateQueries({ queryKey: ['lead', answer.id] })
}

/** Cuts lists to their first page: fetched again whole, one that has grown would cost a call for every page of it. */
export function cutLeadLists(client: QueryClient, queryKey: readonly unknown[] = ['lead-list']): void {
  client.setQueriesData<InfiniteData<LeadPage>>({ queryKey }, (data) =>
    data === undefined || data.pages.length <= 1
      ? undefined
      : { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
  )
}

/** Marks every figure that a changed lead may move as stale; what is on screen refreshes, the rest waits until it is. */
export function dropCountsTouchedByLeads(client: QueryClient): void {
  for (const room of figureRooms) {
    void client.invalidateQueries({ queryKey: [room] })
  }
}

function definedFields(lead: Lead): Partial<Lead> {
  return Object.fromEntries(Object.entries(lead).filter(([, value]) => value !== undefined))
}
