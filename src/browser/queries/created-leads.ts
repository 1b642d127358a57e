import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Lead } from '#contract/lead.ts'
import type { LeadListFilters } from './lead-list.ts'
import { surelyMatches } from './surely-matches.ts'

/** Lists may lag behind for this long; then they are believed. */
const laggingMs = 120_000

interface CreatedShelf {
  leads: readonly Lead[]
  readonly listeners: Set<() => void>
}

const shelves = new WeakMap<QueryClient, CreatedShelf>()

function shelfOf(client: QueryClient): CreatedShelf {
  const shelf = shelves.get(client) ?? { leads: [], listeners: new Set() }
  shelves.set(client, shelf)
  return shelf
}

/** Keeps a lead just created in this tab visible while lists do not have it yet (safety S32). */
export function noteCreated(client: QueryClient, lead: Lead): void {
  const shelf = shelfOf(client)
  const put = (leads: readonly Lead[]) => {
    shelf.leads = leads
    for (const listener of shelf.listeners) listener()
  }
  put([lead, ...shelf.leads.filter(({ id }) => id !== lead.id)])
  setTimeout(() => put(shelf.leads.filter((other) => other !== lead)), laggingMs)
}

/** Leads created in this tab a moment ago, newest first. */
export function useCreatedLeads(): readonly Lead[] {
  const shelf = shelfOf(useQueryClient())
  return useSyncExternalStore(
    (listener) => {
      shelf.listeners.add(listener)
      return () => {
        shelf.listeners.delete(listener)
      }
    },
    () => shelf.leads,
  )
}

/**
 * A list with the leads just created that it lacks although they match. They stand at the top of a descending list; an
 * ascending one ends with them once all of it is here. The very same list where none is lacking.
 */
export function withCreated(
  listed: Lead[],
  created: readonly Lead[],
  { filters, hasMore }: { readonly filters: LeadListFilters; readonly hasMore: boolean },
): Lead[] {
  const lacking = created.filter(
    (lead) => surelyMatches(asMade(lead), filters) && !listed.some(({ id }) => id === lead.id),
  )
  if (lacking.length === 0) return listed
  if (filters.sortOrder !== 'asc') return [...lacking, ...listed]
  return hasMore ? listed : [...listed, ...lacking.toReversed()]
}

/** An answer may leave out when it was made: a moment ago. */
function asMade(lead: Lead): Lead {
  return { ...lead, createdAt: lead.createdAt ?? new Date().toISOString() }
}
