import type { PeriodQuery } from '#contract/analytics.ts'
import { adPlatforms } from '#contract/vocabularies.ts'
import { deliveryRates } from '#parts/figures/delivery-rates.ts'
import { useSyncStatus } from '#queries/sync-status.ts'

/** The platform that is opened, with its delivered events once they are counted: the same question as its detail asks. */
export function useCountedPlatform(platform: string | null, query: PeriodQuery | null) {
  const known = adPlatforms.find((one) => one === platform)
  const { data } = useSyncStatus(query === null || known === undefined ? null : { ...query, platform: known })
  return { platform, delivered: data === undefined ? null : deliveryRates(data).delivered }
}
