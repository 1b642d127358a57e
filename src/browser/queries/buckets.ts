import {
  type CalendarDate,
  endOfMonth,
  parseDate,
  startOfMonth,
  startOfWeek,
  startOfYear,
} from '@internationalized/date'
import type { DaySpan } from './period.ts'

export const bucketUnits = ['day', 'week', 'month', 'quarter', 'year'] as const
export type BucketUnit = (typeof bucketUnits)[number]

/** A piece of a period, in whole local days, both included. */
export interface Bucket {
  readonly first: string
  readonly last: string
  /** Cut by the period's own ends: fewer days than its neighbours. */
  readonly isCut: boolean
}

/** How many a trend has at the most: unasked, so that it costs few calls; and where somebody asks for the finer one. */
const mostUnasked: Readonly<Record<BucketUnit, number>> = { day: 7, week: 10, month: 12, quarter: 12, year: 31 }
const mostAsked = 31

/**
 * The pieces of a span: weeks from Monday, months, quarters and years of the calendar, cut at the span's ends. Pieces of
 * the calendar keep their bounds from day to day, so that what was fetched of them yesterday still holds.
 */
export function bucketsOf({ first, last }: NonNullable<DaySpan>, unit: BucketUnit): readonly Bucket[] {
  const buckets: Bucket[] = []
  for (let start = parseDate(first); start.toString() <= last; ) {
    const begin = startOf(start, unit)
    const end = endOf(begin, unit)
    const cutEnd = end.toString() > last ? last : end.toString()
    buckets.push({
      first: start.toString(),
      last: cutEnd,
      isCut: start.compare(begin) !== 0 || cutEnd !== end.toString(),
    })
    start = end.add({ days: 1 })
  }
  return buckets
}

/** The units a trend of the span can be drawn in: the one shown unasked first, then the finer one where it is affordable. None for a single day, and for more years than can be told apart. */
export function bucketUnitsOf(span: NonNullable<DaySpan>): readonly BucketUnit[] {
  if (span.first === span.last || countOf(span, 'year') > mostAsked) return []
  const usual = bucketUnits.find((unit) => countOf(span, unit) <= mostUnasked[unit]) ?? 'year'
  const finer = bucketUnits[bucketUnits.indexOf(usual) - 1]
  return finer !== undefined && countOf(span, finer) <= mostAsked ? [usual, finer] : [usual]
}

/** Counted without making them: a span may be of a thousand years. */
function countOf({ first, last }: NonNullable<DaySpan>, unit: BucketUnit): number {
  const [start, end] = [parseDate(first), parseDate(last)]
  const months = (end.year - start.year) * 12 + end.month - start.month
  if (unit === 'day') return end.compare(start) + 1
  if (unit === 'week') return Math.floor(monday(end).compare(monday(start)) / 7) + 1
  if (unit === 'month') return months + 1
  if (unit === 'year') return end.year - start.year + 1
  return (end.year - start.year) * 4 + quarterOf(end) - quarterOf(start) + 1
}

function startOf(date: CalendarDate, unit: BucketUnit): CalendarDate {
  if (unit === 'day') return date
  if (unit === 'week') return monday(date)
  if (unit === 'month') return startOfMonth(date)
  return unit === 'quarter' ? startOfMonth(date.set({ month: quarterOf(date) * 3 + 1 })) : startOfYear(date)
}

function endOf(begin: CalendarDate, unit: BucketUnit): CalendarDate {
  if (unit === 'day') return begin
  if (unit === 'week') return begin.add({ days: 6 })
  if (unit === 'month') return endOfMonth(begin)
  return endOfMonth(begin.add({ months: unit === 'quarter' ? 2 : 11 }))
}

function monday(date: CalendarDate): CalendarDate {
  return startOfWeek(date, 'en-GB', 'mon')
}

/** 0 to 3. */
function quarterOf(date: CalendarDate): number {
  return Math.floor((date.month - 1) / 3)
}
