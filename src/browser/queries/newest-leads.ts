import type { QueryClient } from '@tanstack/react-query'
import type { Lead } from '#contract/lead.ts'

/** Of so many leads the newest news are kept: a list that lags is asked soon after, or hardly ever. */
const mostKept = 1_000

const books = new WeakMap<QueryClient, Map<string, Lead>>()

/** True only where both say when they were changed, and the first was later. */
export function isNewer(lead: Lead, other: Lead): boolean {
  return Date.parse(lead.updatedAt ?? '') > Date.parse(other.updatedAt ?? '')
}

/** Remembers leads as the live stream showed them, for answers that come later and are older. */
export function noteNewest(client: QueryClient, leads: readonly Lead[]): void {
  const book = books.get(client) ?? new Map<string, Lead>()
  books.set(client, book)
  for (const lead of leads) {
    const newest = newestOf(client, lead)
    book.delete(lead.id)
    book.set(lead.id, newest)
  }
  for (const id of book.keys()) {
    if (book.size <= mostKept) return
    book.delete(id)
  }
}

/** An answer, or what the stream has told of the same lead since. */
export function newestOf(client: QueryClient, lead: Lead): Lead {
  const told = books.get(client)?.get(lead.id)
  return told !== undefined && isNewer(told, lead) ? told : lead
}
