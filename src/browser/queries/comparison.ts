import { parseDate, startOfMonth } from '@internationalized/date'
import { dayIn, midnight, type Period, periodDays } from './period.ts'
import { quarterHour } from './quarter-hour.ts'

/** One side of a comparison: its local days, both included, and the instant it ends at where that is inside the last of them. */
export interface ComparedRange {
  readonly first: string
  readonly last: string
  /** Epoch milliseconds; null where the last day is whole. */
  readonly until: number | null
}

/** Half-open instants that ask for one side. */
export interface ComparedQuery {
  readonly from: string
  readonly to: string
}

export interface Comparison {
  readonly present: ComparedRange
  readonly before: ComparedRange
  /** What asks for the earlier period. */
  readonly query: ComparedQuery
  /**
   * What asks for the present up to the same quarter hour, where what came behind it would weigh; null where the period's
   * own figures will do: it is over, or so long that minutes are nothing.
   */
  readonly presentQuery: ComparedQuery | null
}

/** A period that has run for so long is not changed by the minutes of a quarter hour: they are less than 1 % of it. */
const minutesWeighForMs = 25 * 60 * 60_000

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
  const days = parseDate(last).compare(parseDate(span.first)) + 1
  const before = firstDayBefore(period, span.first, days)
  const [start, startBefore] = [midnightMs(span.first, zone), midnightMs(before, zone)]
  const end = isRunning ? quarterHour(now) : midnightMs(dayAfter(last), zone)
  if (end <= start) return null
  // A change of clocks must neither make the two overlap nor add a piece of another day.
  const lastBefore = parseDate(before)
    .add({ days: days - 1 })
    .toString()
  const limit = Math.min(start, midnightMs(dayAfter(lastBefore), zone))
  const endBefore = isRunning ? Math.min(startBefore + (end - start), limit) : limit
  return {
    present: rangeOf(span.first, end, zone),
    before: rangeOf(before, endBefore, zone),
    query: queryOf(startBefore, endBefore),
    presentQuery: isRunning && end - start < minutesWeighForMs ? queryOf(start, end) : null,
  }
}

/** The days from `first` until an instant that is no more in it; one that ends at midnight ends with the day before. */
function rangeOf(first: string, end: number, zone: string): ComparedRange {
  const last = dayIn(zone, end - 1)
  return { first, last, until: end === midnightMs(dayAfter(last), zone) ? null : end }
}

function queryOf(from: number, to: number): ComparedQuery {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}

function midnightMs(day: string, zone: string): number {
  return Date.parse(midnight(parseDate(day), zone))
}

function dayAfter(day: string): string {
  return parseDate(day).add({ days: 1 }).toString()
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
