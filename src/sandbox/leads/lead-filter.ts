import { type SQL, sql } from 'drizzle-orm'
import type { LeadListQuery } from '#contract/lead.ts'
import { type Range, readRange } from '../analytics/period.ts'
import { invalid } from '../http/agent-error.ts'
import { type Dimension, dimensions } from '../store/facets.ts'
import { leads } from '../store/schema.ts'
import { containing, searchedDigits } from './search-text.ts'

export interface LeadFilter {
  readonly values: Readonly<Partial<Record<Dimension, string>>>
  readonly created: Range
  /** Trimmed, as typed; null: no search. */
  readonly search: string | null
}

export function readFilter(query: LeadListQuery, zone: string): LeadFilter {
  const values: Partial<Record<Dimension, string>> = {}
  for (const dimension of dimensions) {
    const value = query[dimension]
    if (value !== undefined) values[dimension] = dimension === 'assignedTo' ? value.toLowerCase() : value
  }
  const search = query.search?.trim() ?? ''
  if (search.includes('\u0000')) throw invalid({ search: 'Must not contain a NUL character' })
  return {
    values,
    created: readRange(query, ['createdFrom', 'createdTo'], zone),
    search: search === '' ? null : search,
  }
}

/** The whole filter as a condition over `leads`. */
export function filterCondition(filter: LeadFilter): SQL {
  const conditions = [sql`${leads.deletedAt} is null`]
  for (const dimension of dimensions) {
    const value = filter.values[dimension]
    if (value !== undefined) conditions.push(sql`${leads[dimension]} = ${value}`)
  }
  if (filter.created.from !== null) conditions.push(sql`${leads.createdAt} >= ${iso(filter.created.from)}`)
  if (filter.created.to !== null) conditions.push(sql`${leads.createdAt} < ${iso(filter.created.to)}`)
  if (filter.search !== null) conditions.push(searchCondition(filter.search))
  return sql.join(conditions, sql` and `)
}

function searchCondition(search: string): SQL {
  const inText = sql`${leads.searchText} like ${containing(search.toLowerCase())}`
  const digits = searchedDigits(search)
  if (digits === null) return inText
  return sql`(${inText} or ${leads.phoneDigits} like ${containing(digits)} or ${leads.phoneDigits} like ${containing(search.replace(/\D/g, ''))})`
}

/** Unix ms as a parameter for a timestamp. */
export function iso(instantMs: number): string {
  return new Date(instantMs).toISOString()
}
