import { parseDate, startOfMonth } from '@internationalized/date'
import { dayIn, midnight, type Period, periodDays } from './period.ts'

export const quarterHourMs = 15 * 60_000

/** One side of a comparison: its local days, both included, and the instant it ends at where that is inside the last of them. */
export interface ComparedRange {
  readonly first: string
  readonly last: string
  /** Epoch milliseconds; null where the last day is whole. */
  readonly until: number | null
}

export interface Comparison {
  /** The present period as it is compared: up to the last full quarter hour. */
  readonly present: ComparedRange
  readonly before: ComparedRange
  /** What asks for the earlier period: half-open instants. */
  readonly query: { readonly from: string; readonly to: string }
}

/** An instant rounded down to its quarter hour, in epoch milliseconds. Every zone in use is a whole number of them from UTC. */
export function quarterHour(instantMs: number): number {
  return Math.floor(instantMs / quarterHourMs) * quarterHourMs
}

/**
 * The earlier period that a period may fairly be compared with: of the same elapsed length. A single day is compared with
 * the same weekday a week before, a week with the week before, a month with the same time since the start of the month
 * before, every other period with the time right before it. One that is still running is compared up to the last full
 * quarter hour. `day` is today in the zone, `now` the server's clock. null for all time, for what lies ahead, and in the
 * first minutes of a period.
 */
export function comparisonOf(period: Period, zone: string, day: string, now: number): Comparison | null {
  const span = periodDays(period, day)
  if (span === null || span.first > day) return null
  const isRunning = span.last >= day
  const last = isRunning ? day : span.last
  const firstDay = parseDate(span.first)
  const days = parseDate(last).compare(firstDay) + 1
  const start = Date.parse(midnight(firstDay, zone))
  const elapsedMs = isRunning ? quarterHour(now) - start : 0
  if (isRunning && elapsedMs <= 0) return null
  const firstBefore = firstDayBefore(period, span.first, days)
  const from = midnight(parseDate(firstBefore), zone)
  const to = isRunning
    ? // A change of clocks must not make the two overlap.
      new Date(Math.min(Date.parse(from) + elapsedMs, start)).toISOString()
    : midnight(parseDate(firstBefore).add({ days }), zone)
  const until = isRunning ? Date.parse(to) : null
  return {
    present: { first: span.first, last, until: isRunning ? start + elapsedMs : null },
    before: { first: firstBefore, last: dayIn(zone, Date.parse(to) - 1), until },
    query: { from, to },
  }
}

function firstDayBefore(period: Period, first: string, days: number): string {
  if (period === 'current_week') return earlier(first, 7)
  if (period === 'current_month') {
    const start = startOfMonth(parseDate(first).subtract({ months: 1 }))
    // A month too short for the days passed: they end where the present month begins.
    if (parseDate(first).compare(start) >= days) return start.toString()
  }
  return earlier(first, days === 1 ? 7 : days)
}

function earlier(first: string, days: number): string {
  return parseDate(first).subtract({ days }).toString()
}

/**
 * True while a period's leads may still be won: it ended at the midnight after `lastDay`, less than so many days ago, or has
 * not ended. With 0 days nothing matures.
 */
export function isMaturing(lastDay: string, day: string, maturityDays: number): boolean {
  return maturityDays > 0 && parseDate(day).compare(parseDate(lastDay)) <= maturityDays
}
