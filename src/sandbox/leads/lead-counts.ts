import { type SQL, sql } from 'drizzle-orm'
import { adPlatforms, leadPriorities, leadSources, leadStatuses } from '#contract/vocabularies.ts'
import { splitRange } from '../analytics/day-range.ts'
import type { Range } from '../analytics/period.ts'
import { type Drizzle, rowsOf } from '../store/database.ts'
import { type Dimension, dimensions, facetNamed, facetSeparator } from '../store/facets.ts'
import { leadCellCounts, leadDayCounts, leads } from '../store/schema.ts'
import { filterCondition, iso, type LeadFilter } from './lead-filter.ts'

export interface FacetCount {
  readonly value: string
  readonly leads: number
  readonly won: number
  readonly wonValue: number
}

/** Counts of a facet's values over leads created in a range: whole days from the counters, the rest from the leads. */
export async function countByFacet(
  drizzle: Drizzle,
  facetName: string,
  range: Range,
  zone: string,
  only: string | null = null,
): Promise<readonly FacetCount[]> {
  const facet = facetNamed(facetName)
  const { fromDay, toDay, parts } = splitRange(range, zone)
  const days: SQL[] = [sql`facet = ${facet.name}`]
  if (only !== null) days.push(sql`value = ${only}`)
  if (fromDay !== null) days.push(sql`day >= ${fromDay}`)
  if (toDay !== null) days.push(sql`day < ${toDay}`)
  const sources = [sql`select value, leads, won, won_value from ${leadDayCounts} where ${sql.join(days, sql` and `)}`]
  const value = sql.raw(facet.valueSql)
  for (const part of parts) {
    sources.push(sql`select ${value}, 1, (l.status = 'won')::int,
      case when l.status = 'won' then coalesce(l.actual_value, 0) else 0 end
      from ${leads} l where l.deleted_at is null and l.created_at >= ${iso(part.from)} and l.created_at < ${iso(part.to)}
      and ${only === null ? sql`${value} is not null` : sql`${value} = ${only}`}`)
  }
  return rowsOf<FacetCount>(
    drizzle,
    sql`select value, sum(leads)::int as leads, sum(won)::int as won, sum(won_value)::float8 as "wonValue"
      from (${sql.join(sources, sql` union all `)}) counted (value, leads, won, won_value)
      group by value having sum(leads) > 0 order by value`,
  )
}

/** The exact number of leads that a filter without a search matches. */
export async function countLeads(drizzle: Drizzle, filter: LeadFilter, zone: string): Promise<number> {
  const used = dimensions.filter((dimension) => filter.values[dimension] !== undefined)
  if (used.length > 2) return countCells(drizzle, filter, zone)
  const value = used.map((dimension) => filter.values[dimension]).join(facetSeparator)
  const [count] = await countByFacet(drizzle, used.join(facetSeparator), filter.created, zone, value)
  return count?.leads ?? 0
}

/** Values of the cells' dimensions, but for the members', who are nobody's vocabulary; the empty text is nothing. */
const cellValues: Readonly<Record<Exclude<Dimension, 'assignedTo'>, readonly string[]>> = {
  status: leadStatuses,
  adPlatform: ['', ...adPlatforms],
  source: ['', ...leadSources],
  priority: ['', ...leadPriorities],
}

/** Three filters or more: whole days from the cells, the rest from the leads. */
async function countCells(drizzle: Drizzle, filter: LeadFilter, zone: string): Promise<number> {
  const { fromDay, toDay, parts } = splitRange(filter.created, zone)
  const conditions = dimensions.flatMap((dimension) => {
    const value = filter.values[dimension]
    const column = leadCellCounts[dimension]
    if (value !== undefined) return [sql`${column} = ${value}`]
    // All values, so that the key's columns behind this one narrow the search too.
    return dimension === 'assignedTo' ? [] : [sql`${column} in ${cellValues[dimension]}`]
  })
  if (fromDay !== null) conditions.push(sql`${leadCellCounts.day} >= ${fromDay}`)
  if (toDay !== null) conditions.push(sql`${leadCellCounts.day} < ${toDay}`)
  const counts = [
    sql`select coalesce(sum(leads), 0)::int as counted from ${leadCellCounts} where ${sql.join(conditions, sql` and `)}`,
    ...parts.map(
      (part) => sql`select count(*)::int from ${leads} where ${filterCondition({ ...filter, created: part })}`,
    ),
  ]
  const [sum] = await rowsOf<{ total: number }>(
    drizzle,
    sql`select sum(counted)::int as total from (${sql.join(counts, sql` union all `)}) counts`,
  )
  return sum?.total ?? 0
}
