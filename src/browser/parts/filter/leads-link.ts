import type { AdPlatform, LeadStatus } from '#contract/vocabularies.ts'
import type { Period } from '#queries/period.ts'
import { encodeFilters, noFilters } from './filter-codec.ts'

/** The address of the leads behind a figure: those created in its period, of a status and an ad platform where they are given. */
export function leadsLink(period: Period, status?: LeadStatus, platform?: AdPlatform): string {
  const search = new URLSearchParams(status === undefined ? {} : { status })
  const filters = { ...noFilters, created: period, adPlatform: platform ?? null }
  const query = encodeFilters(filters, search).toString()
  return query === '' ? '/leads' : `/leads?${query}`
}
