import type { Summary } from '#contract/analytics.ts'
import { bucketUnitsOf } from '#queries/buckets.ts'
import { type Period, periodDayLimits, periodDays } from '#queries/period.ts'

/**
 * The days that a trend of a period covers: not those ahead, and of all time those from the first lead on, which the
 * summary tells. null where there is nothing to draw: a single day, the future, a beginning that is not known.
 */
export function trendSpan(
  period: Period,
  today: string,
  summary: Summary | undefined,
): { readonly first: string; readonly last: string } | null {
  const days = periodDays(period, today)
  const first = days === null ? dayOf(summary?.period?.from) : days.first
  const last = days === null || days.last > today ? today : days.last
  if (first === null || first > last) return null
  const span = { first, last }
  return bucketUnitsOf(span).length === 0 ? null : span
}

/** A day of UTC is near enough for the first piece of a trend, which is cut anyway. */
function dayOf(instant: string | null | undefined): string | null {
  const epochMs = Date.parse(instant ?? '')
  if (!(epochMs >= Date.parse(periodDayLimits.first) && epochMs <= Date.parse(periodDayLimits.last))) return null
  // One day earlier, so that no zone's first lead is left out.
  return new Date(epochMs - 24 * 60 * 60_000).toISOString().slice(0, 10)
}
