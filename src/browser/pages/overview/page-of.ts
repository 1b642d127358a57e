import { encodePeriod } from '#parts/period/period-codec.ts'
import type { Period } from '#queries/period.ts'

/** The address of another page at the same period. */
export function pageOf(path: string, period: Period): string {
  const query = encodePeriod(period, new URLSearchParams()).toString()
  return query === '' ? path : `${path}?${query}`
}
