import { knownCount } from '#parts/figures/known-sum.ts'
import type { TouchLeads } from '#queries/touch-leads.ts'

/** A number of which a part may not have been looked at: then it is at least that. */
export interface AtLeast {
  readonly count: number
  readonly isExact: boolean
}

/** New leads that were created before an instant. The first hundred, oldest first, tell it where they are all there is, or reach past it. */
export function waitingSince({ leads, total }: TouchLeads, before: number): AtLeast {
  const created = leads.flatMap(({ createdAt }) => (createdAt === null ? [] : [Date.parse(createdAt)]))
  const isAll = total !== null && leads.length >= total && created.length === leads.length
  return {
    count: created.filter((instant) => instant < before).length,
    isExact: isAll || created.some((instant) => instant >= before),
  }
}

/** Won leads without a value, or with 0, of those that were looked at; a value that is missing is unknown and not counted. */
export function withoutValue({ leads, total }: TouchLeads): AtLeast {
  const count = leads.filter(({ actualValue }) => actualValue === null || actualValue === 0).length
  const known = knownCount(total)
  return { count, isExact: known !== null && leads.length >= known }
}
