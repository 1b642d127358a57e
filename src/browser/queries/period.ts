import { type CalendarDate, parseDate, startOfMonth, startOfWeek, today, toZoned } from '@internationalized/date'
import type { PeriodQuery } from '#contract/analytics.ts'
import type { Timeframe } from '#contract/vocabularies.ts'

/** What a person picked: a preset, or whole local days (YYYY-MM-DD), both included. */
export type Period = Timeframe | { readonly first: string; readonly last: string }

/** Whole local days, both included; null is all time. */
export type DaySpan = { readonly first: string; readonly last: string } | null

export const defaultPeriod: Period = 'last_30_days'

/** Today in a zone, as YYYY-MM-DD. */
export function todayIn(zone: string): string {
  return today(zone).toString()
}

/** The local days that a period covers. `day` is today in the workspace's zone, so that the answer changes at midnight only. */
export function periodDays(period: Period, day: string): DaySpan {
  if (typeof period !== 'string') return period
  const now = parseDate(day)
  const from = (first: CalendarDate) => ({ first: first.toString(), last: day })
  switch (period) {
    case 'today':
      return from(now)
    case 'last_7_days':
      return from(now.subtract({ days: 6 }))
    case 'last_30_days':
      return from(now.subtract({ days: 29 }))
    case 'current_week':
      return from(startOfWeek(now, 'en-GB', 'mon'))
    case 'current_month':
      return from(startOfMonth(now))
    case 'all_time':
      return null
  }
}

/** The half-open instants of a span: `from` at its first midnight, `to` at the midnight after its last day, in the zone. */
export function spanInstants(span: { first: string; last: string }, zone: string): { from: string; to: string } {
  return { from: midnight(parseDate(span.first), zone), to: midnight(parseDate(span.last).add({ days: 1 }), zone) }
}

/** The query that asks for a period. Equal periods ask byte-equal queries; only all time is sent as a timeframe. */
export function periodQueryOf(period: Period, zone: string, day: string): PeriodQuery {
  const span = periodDays(period, day)
  return span === null ? { timeframe: 'all_time' } : spanInstants(span, zone)
}

function midnight(date: CalendarDate, zone: string): string {
  return toZoned(date, zone).toDate().toISOString()
}
