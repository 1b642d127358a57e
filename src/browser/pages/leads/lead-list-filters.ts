import { limits } from '#contract/limits.ts'
import { filterQuestion } from '#parts/filter/filter-question.ts'
import type { LeadListFilters } from '#queries/lead-list.ts'
import type { LeadView } from './lead-view-codec.ts'

/** The question a view asks. `today` (YYYY-MM-DD) and `zone` make instants of a created range: from inclusive, to exclusive. */
export function leadListFilters(view: LeadView, search: string, zone: string, today: string): LeadListFilters {
  const text = search.trim().slice(0, limits.search)
  return {
    ...(view.status !== null && { status: view.status }),
    ...filterQuestion(view.filters, zone, today),
    ...(text !== '' && { search: text }),
    sortBy: view.sortBy,
    sortOrder: view.sortOrder,
  }
}
