import type { LeadListFilters } from '#queries/lead-list.ts'
import { periodDays, spanInstants } from '#queries/period.ts'
import type { Filters } from './filter-codec.ts'

/** The part of a question that filters ask. `today` (YYYY-MM-DD) and `zone` make instants of a created range: from inclusive, to exclusive. */
export function filterQuestion(
  filters: Filters,
  zone: string,
  today: string,
): Omit<LeadListFilters, 'status' | 'search' | 'sortBy' | 'sortOrder'> {
  const { priority, source, adPlatform, assignedTo, created } = filters
  const span = periodDays(created, today)
  const instants = span === null ? null : spanInstants(span, zone)
  return {
    ...(priority !== null && { priority }),
    ...(source !== null && { source }),
    ...(adPlatform !== null && { adPlatform }),
    ...(assignedTo !== null && { assignedTo }),
    ...(instants !== null && { createdFrom: instants.from, createdTo: instants.to }),
  }
}
