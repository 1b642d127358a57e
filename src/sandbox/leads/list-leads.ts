import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Lead, LeadListQuery, Pagination } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import type { LeadSortField } from '#contract/vocabularies.ts'
import { type Drizzle, rowsOf } from '../store/database.ts'
import { type LeadRow, leads } from '../store/schema.ts'
import { leadAnswer } from './lead-answer.ts'
import { countLeads } from './lead-counts.ts'
import { type LeadCursor, readCursor, writeCursor } from './lead-cursor.ts'
import { filterCondition, iso, type LeadFilter, readFilter } from './lead-filter.ts'

/** Up to so many matches are gathered and sorted; more are met soon enough by walking an index in the sort's order. */
const gatherLimit = 1000

export interface LeadPage {
  readonly data: readonly Lead[]
  readonly pagination: Pagination
}

/** One page, newest first unless asked otherwise, with the exact total. A cursor wins over a page number. */
export async function listLeads(drizzle: Drizzle, query: LeadListQuery, zone: string): Promise<LeadPage> {
  const limit = query.limit ?? limits.pageSizeDefault
  const sortBy = query.sortBy ?? 'createdAt'
  const order = query.sortOrder ?? 'desc'
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, sortBy)
  const filter = readFilter(query, zone)
  const page = cursor?.page ?? query.page ?? 1
  const place: Place = {
    by: sortOrder(sortBy, order),
    after: cursor === null ? sql`true` : afterCondition(cursor, order),
    // One more than the page tells whether another follows.
    limit: limit + 1,
    skipped: cursor === null ? (page - 1) * limit : 0,
  }
  const found =
    filter.search === null
      ? await filtered(drizzle, filter, sortBy, place, zone)
      : await searched(drizzle, filterCondition(filter), place)
  const { total, rows } = found
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const nextCursor =
    rows.length > limit && last !== undefined
      ? writeCursor({ sortBy, at: last[sortBy].getTime(), id: last.id, page: page + 1 })
      : null
  const pagination = { page, limit, total, totalPages: Math.ceil(total / limit), nextCursor }
  return { data: shown.map(leadAnswer), pagination }
}

/** Where a page stands in the list. */
interface Place {
  readonly by: SQL
  readonly after: SQL
  readonly limit: number
  readonly skipped: number
}

interface Found {
  readonly total: number
  readonly rows: readonly LeadRow[]
}

/** The total out of the counters, the page out of an index. */
async function filtered(
  drizzle: Drizzle,
  filter: LeadFilter,
  sortBy: LeadSortField,
  place: Place,
  zone: string,
): Promise<Found> {
  const total = await countLeads(drizzle, filter, zone)
  if (total === 0 || place.skipped >= total) return { total, rows: [] }
  const matches = filterCondition(filter)
  const query = drizzle.select().from(leads).orderBy(place.by).limit(place.limit)
  const rows = isGathered(filter, sortBy, total)
    ? await query.where(sql`${leads.id} in (${gatheredIds(matches, place)})`)
    : await query.where(sql`${matches} and ${place.after}`).offset(place.skipped)
  return { total, rows }
}

/** A search has no counter: its matches are looked for once, for the total and the page. */
async function searched(drizzle: Drizzle, matches: SQL, place: Place): Promise<Found> {
  const [found] = await rowsOf<{ total: number; ids: readonly string[] }>(
    drizzle,
    sql`with found as materialized (select id, created_at, updated_at from ${leads} where ${matches})
      select (select count(*)::int from found) as total, to_json(array(
        select id from found as leads where ${place.after} order by ${place.by} limit ${place.limit} offset ${place.skipped}
      )) as ids`,
  )
  if (found === undefined || found.ids.length === 0) return { total: found?.total ?? 0, rows: [] }
  const rows = await drizzle
    .select()
    .from(leads)
    .where(inArray(leads.id, [...found.ids]))
    .orderBy(place.by)
  return { total: found.total, rows }
}

/** A rare filter would walk a whole index for its few leads. A single value has an index in the order of creation. */
function isGathered(filter: LeadFilter, sortBy: LeadSortField, total: number): boolean {
  const used = Object.keys(filter.values).length
  if (total > gatherLimit || used === 0) return false
  return used > 1 || sortBy === 'updatedAt'
}

/** Ids of the page, out of all matches, which are collected first by whatever index finds them. */
function gatheredIds(matches: SQL, place: Place): SQL {
  return sql`with found as materialized (select id, created_at, updated_at from ${leads} where ${matches})
    select id from found as leads where ${place.after} order by ${place.by} limit ${place.limit} offset ${place.skipped}`
}

function sortOrder(sortBy: LeadSortField, order: 'asc' | 'desc'): SQL {
  const direction = sql.raw(order)
  return sql`${leads[sortBy]} ${direction}, ${leads.id} ${direction}`
}

/** The row comparison uses the index; the same written with `or` does not. */
function afterCondition(cursor: LeadCursor, order: 'asc' | 'desc'): SQL {
  const key = sql`(${leads[cursor.sortBy]}, ${leads.id})`
  const place = sql`(${iso(cursor.at)}::timestamptz, ${cursor.id}::uuid)`
  return order === 'asc' ? sql`${key} > ${place}` : sql`${key} < ${place}`
}
