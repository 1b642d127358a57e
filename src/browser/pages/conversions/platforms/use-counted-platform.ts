import type { PeriodQuery } from '#contract/analytics.ts'
import { adPlatforms } from '#contract/vocabularies.ts'
import type { Counted } from '#parts/conversions/platform-health.ts'
import { hourMs, instantMs } from '#parts/conversions/time-left.ts'
import { deliveryRates } from '#parts/figures/delivery-rates.ts'
import { useSyncStatus } from '#queries/sync-status.ts'

/** The platform that is opened, with its delivered events once they are counted: the same question as its detail asks. */
export function useCountedPlatform(
  platform: string | null,
  query: PeriodQuery | null,
): { readonly platform: string | null; readonly counted: Counted | null } {
  const known = adPlatforms.find((one) => one === platform)
  const { data, asOf } = useSyncStatus(query === null || known === undefined ? null : { ...query, platform: known })
  const delivered = data === undefined ? null : deliveryRates(data).delivered
  if (delivered === null || asOf === undefined) return { platform, counted: null }
  const from = instantMs(query?.from)
  const ms = from === null ? 0 : Math.min(asOf, instantMs(query?.to) ?? asOf) - from
  return { platform, counted: { delivered, perHour: ms > 0 ? (delivered * hourMs) / ms : null } }
}
