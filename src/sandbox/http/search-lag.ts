import type { LeadListQuery } from '#contract/lead.ts'
import { readInstant } from '../analytics/zone-time.ts'

/** The query as a search index would answer it that knows of new leads only some time later. */
export function behindBy(query: LeadListQuery, lagMs: number, now: number, zone: string): LeadListQuery {
  if (lagMs <= 0) return query
  const bounds = [now - lagMs, query.createdTo === undefined ? now : readInstant(query.createdTo, zone)]
  const from = query.createdFrom === undefined ? 0 : readInstant(query.createdFrom, zone)
  // A range that the lag empties is empty, not backwards.
  return { ...query, createdTo: new Date(Math.max(Math.min(...bounds), from)).toISOString() }
}
