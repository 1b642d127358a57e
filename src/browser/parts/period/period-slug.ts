import { type Period, periodDays } from '#queries/period.ts'

/** A period in the name of a file: its days, or `all-time`. */
export function periodSlug(period: Period, today: string): string {
  const span = periodDays(period, today)
  return span === null ? 'all-time' : `${span.first}-${span.last}`
}
