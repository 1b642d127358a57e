import { type SQL, sql } from 'drizzle-orm'
import type { Lead, LeadListQuery, Pagination } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import type { LeadSortField } from '#contract/vocabularies.ts'
import type { Drizzle } from '../store/database.ts'
import { leads } from '../store/schema.ts'
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
  const total = await countLeads(drizzle, filter, zone)
  const skipped = cursor === null ? (page - 1) * limit : 0
  const frame = { page, limit, total, totalPages: Math.ceil(total / limit) }
  if (total === 0 || skipped >= total) return { data: [], pagination: { ...frame, nextCursor: null } }

  const after = cursor === null ? sql`true` : afterCondition(cursor, order)
  const matches = filterCondition(filter)
  // One more than the page tells whether another follows.
  const place = { by: sortOrder(sortBy, order), limit: limit + 1, skipped }
  const rows = await drizzle
    .select()
    .from(leads)
    .where(
      isGathered(filter, sortBy, total)
        ? sql`${leads.id} in (${gatheredIds(matches, after, place)})`
        : sql`${matches} and ${after}`,
    )
    .orderBy(place.by)
    .limit(limit + 1)
    .offset(isGathered(filter, sortBy, total) ? 0 : skipped)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const nextCursor =
    rows.length > limit && last !== undefined
      ? writeCursor({ sortBy, at: last[sortBy].getTime(), id: last.id, page: page + 1 })
      : null
  return { data: shown.map(leadAnswer), pagination: { ...frame, nextCursor } }
}

/** A rare filter would walk a whole index for its few leads. A single value has an index in the order of creation. */
function isGathered(filter: LeadFilter, sortBy: LeadSortField, total: number): boolean {
  const used = Object.keys(filter.values).length
  if (total > gatherLimit || (used === 0 && filter.search === null)) return false
  return used > 1 || filter.search !== null || sortBy === 'updatedAt'
}

/** Ids of the page, out of all matches, which are collected first by whatever index finds them. */
function gatheredIds(matches: SQL, after: SQL, place: { by: SQL; limit: number; skipped: number }): SQL {
  return sql`with found as materialized (select id, created_at, updated_at from ${leads} where ${matches})
    select id from found as leads where ${after} order by ${place.by} limit ${place.limit} offset ${place.skipped}`
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
