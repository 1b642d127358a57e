import { knownCount } from '#parts/figures/known-sum.ts'
import type { TouchLeads } from '#queries/touch-leads.ts'

/** A number of which a part may not have been looked at: then it is at least that. */
export interface AtLeast {
  readonly count: number
  readonly isExact: boolean
}

/** New leads that were created before an instant. The first hundred, oldest first, tell it where they are all there is, or reach past it. */
export function waitingSince({ leads, total }: TouchLeads, before: number): AtLeast {
  const count = leads.filter(({ createdAt }) => createdAt !== null && Date.parse(createdAt) < before).length
  return { count, isExact: count < leads.length || (total !== null && leads.length >= total) }
}

/** Won leads without a value, or with 0, of those that were looked at; a value that is missing is unknown and not counted. */
export function withoutValue({ leads, total }: TouchLeads): AtLeast {
  const count = leads.filter(({ actualValue }) => actualValue === null || actualValue === 0).length
  const known = knownCount(total)
  return { count, isExact: known !== null && leads.length >= known }
}
