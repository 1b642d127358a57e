import type { Lead } from '#contract/lead.ts'
import type { LeadListFilters } from './lead-list.ts'

const equalFields = ['status', 'priority', 'source', 'adPlatform', 'assignedTo'] as const

/**
 * Whether a list with these filters would show a lead, as far as that is certain here: what a search text finds, and where a
 * bare date begins, is the server's to say. `createdFrom` is inclusive, `createdTo` exclusive.
 */
export function surelyMatches(lead: Lead, filters: LeadListFilters): boolean {
  if (filters.search !== undefined) return false
  if (equalFields.some((field) => filters[field] !== undefined && lead[field] !== filters[field])) return false
  const { createdFrom, createdTo } = filters
  if (createdFrom === undefined && createdTo === undefined) return true
  const at = Date.parse(lead.createdAt ?? '')
  return (
    (createdFrom === undefined || at >= instant(createdFrom)) && (createdTo === undefined || at < instant(createdTo))
  )
}

/** Epoch milliseconds; not a number for a bare date, which no comparison holds for. */
function instant(text: string): number {
  return text.includes('T') ? Date.parse(text) : Number.NaN
}
