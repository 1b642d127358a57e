import {
  type CalendarDate,
  fromAbsolute,
  parseDate,
  startOfMonth,
  startOfWeek,
  toCalendarDate,
  toZoned,
} from '@internationalized/date'
import type { PeriodQuery } from '#contract/analytics.ts'
import type { Timeframe } from '#contract/vocabularies.ts'
import { serverNow } from './server-clock.ts'

/** What a person picked: a preset, or whole local days (YYYY-MM-DD), both included. */
export type Period = Timeframe | { readonly first: string; readonly last: string }

/** Whole local days, both included; null is all time. */
export type DaySpan = { readonly first: string; readonly last: string } | null

/** Days that a period can be of: before and behind them no lead is, and calendars begin to disagree. */
export const periodDayLimits = { first: '1970-01-01', last: '2999-12-31' } as const

export const defaultPeriod: Period = 'last_30_days'

/** The local day of an instant (epoch milliseconds) in a zone, as YYYY-MM-DD. */
export function dayIn(zone: string, instantMs: number): string {
  return toCalendarDate(fromAbsolute(instantMs, zone)).toString()
}

/** Today in a zone by the server's clock, as YYYY-MM-DD. */
export function todayIn(zone: string): string {
  return dayIn(zone, serverNow())
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

/** The first instant of a local day, ISO 8601 UTC. */
export function midnight(date: CalendarDate, zone: string): string {
  return toZoned(date, zone).toDate().toISOString()
}
