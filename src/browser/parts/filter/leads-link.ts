import type { AdPlatform, LeadStatus } from '#contract/vocabularies.ts'
import type { Period } from '#queries/period.ts'
import { encodeFilters, noFilters } from './filter-codec.ts'

interface Narrowed {
  readonly status?: LeadStatus | undefined
  readonly platform?: AdPlatform | undefined
  /** For figures that leave visits out: the list then does too. */
  readonly hidesVisits?: boolean
}

/** The address of the leads behind a figure: those created in its period, narrowed as the figure is. */
export function leadsLink(period: Period, { status, platform, hidesVisits = false }: Narrowed = {}): string {
  const search = new URLSearchParams({
    ...(status !== undefined && { status }),
    ...(hidesVisits && { visits: 'hidden' }),
  })
  const filters = { ...noFilters, created: period, adPlatform: platform ?? null }
  const query = encodeFilters(filters, search).toString()
  return query === '' ? '/leads' : `/leads?${query}`
}
