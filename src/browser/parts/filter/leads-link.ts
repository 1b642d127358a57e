import type { LeadStatus } from '#contract/vocabularies.ts'
import type { Period } from '#queries/period.ts'
import { encodeFilters, noFilters } from './filter-codec.ts'

/** The address of the leads behind a figure: those created in its period, of a status where one is given. */
export function leadsLink(period: Period, status?: LeadStatus): string {
  const search = new URLSearchParams(status === undefined ? {} : { status })
  const query = encodeFilters({ ...noFilters, created: period }, search).toString()
  return query === '' ? '/leads' : `/leads?${query}`
}
