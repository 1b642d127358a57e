import { limits } from '#contract/limits.ts'
import type { LeadListFilters } from '#queries/lead-list.ts'
import { periodDays, spanInstants } from '#queries/period.ts'
import type { LeadView } from './lead-view-codec.ts'

/** The question a view asks. `today` (YYYY-MM-DD) and `zone` make instants of a created range: from inclusive, to exclusive. */
export function leadListFilters(view: LeadView, search: string, zone: string, today: string): LeadListFilters {
  const { priority, source, adPlatform, assignedTo, created } = view.filters
  const span = periodDays(created, today)
  const instants = span === null ? null : spanInstants(span, zone)
  const text = search.trim().slice(0, limits.search)
  return {
    ...(view.status !== null && { status: view.status }),
    ...(priority !== null && { priority }),
    ...(source !== null && { source }),
    ...(adPlatform !== null && { adPlatform }),
    ...(assignedTo !== null && { assignedTo }),
    ...(instants !== null && { createdFrom: instants.from, createdTo: instants.to }),
    ...(text !== '' && { search: text }),
    sortBy: view.sortBy,
    sortOrder: view.sortOrder,
  }
}
