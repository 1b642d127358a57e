import { type SQL, sql } from 'drizzle-orm'
import type { Lead, LeadListQuery, Pagination } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import type { Drizzle } from './database.ts'
import { leadAnswer } from './lead-answer.ts'
import { countLeads } from './lead-counts.ts'
import { type LeadCursor, readCursor, writeCursor } from './lead-cursor.ts'
import { filterCondition, iso, readFilter } from './lead-filter.ts'
import { leads } from './schema.ts'

/** Up to so many matches are gathered and sorted; more are met soon enough by walking the sort order's index. */
const gatherLimit = 2000

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
  const total = await countLeads(drizzle, filter, zone)
  const skipped = cursor === null ? (page - 1) * limit : 0
  const frame = { page, limit, total, totalPages: Math.ceil(total / limit) }
  if (total === 0 || skipped >= total) return { data: [], pagination: { ...frame, nextCursor: null } }

  const direction = sql.raw(order)
  const column = leads[sortBy]
  const after = cursor === null ? null : afterCondition(cursor, order)
  const matches = filterCondition(filter)
  // A rare filter would walk the whole index for its few leads; its matches are gathered first instead.
  const isFiltered = filter.search !== null || Object.keys(filter.values).length > 0
  const condition =
    isFiltered && total <= gatherLimit
      ? sql`${leads.id} in (with found as materialized (select ${leads.id} as id from ${leads} where ${matches}) select id from found)`
      : matches
  const rows = await drizzle
    .select()
    .from(leads)
    .where(after === null ? condition : sql`${condition} and ${after}`)
    .orderBy(sql`${column} ${direction}`, sql`${leads.id} ${direction}`)
    // One more than the page tells whether another follows.
    .limit(limit + 1)
    .offset(skipped)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const nextCursor =
    rows.length > limit && last !== undefined
      ? writeCursor({ sortBy, at: last[sortBy].getTime(), id: last.id, page: page + 1 })
      : null
  return { data: shown.map(leadAnswer), pagination: { ...frame, nextCursor } }
}

/** The row comparison uses the index; the same written with `or` does not. */
function afterCondition(cursor: LeadCursor, order: 'asc' | 'desc'): SQL {
  const key = sql`(${leads[cursor.sortBy]}, ${leads.id})`
  const place = sql`(${iso(cursor.at)}::timestamptz, ${cursor.id}::uuid)`
  return order === 'asc' ? sql`${key} > ${place}` : sql`${key} < ${place}`
}
