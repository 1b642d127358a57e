import { endOfMonth, parseDate, startOfMonth } from '@internationalized/date'
import type { Timeframe } from '#contract/vocabularies.ts'
import { type DaySpan, type Period, periodDayLimits, periodDays } from './period.ts'

/** Presets that a step by their own length may come back to. */
const named: readonly Timeframe[] = ['today', 'last_7_days', 'last_30_days']

/**
 * The period one step earlier (-1) or later (1): weeks from Monday and whole months step as such, everything else by its
 * own length. Steps never go past today, and one that comes to a preset takes its name. null where there is no step:
 * all time, the future.
 */
export function stepPeriod(period: Period, direction: -1 | 1, day: string): Period | null {
  const span = periodDays(period, day)
  if (span === null) return null
  if (direction === -1) {
    const next = earlier(span, period)
    return next.first < periodDayLimits.first ? null : next
  }
  return span.last >= day ? null : later(span, day)
}

interface Days {
  readonly first: string
  readonly last: string
}

function earlier(span: Days, period: Period): Days {
  const first = parseDate(span.first)
  // The running week and month were whole before; what runs is only their beginning.
  if (period === 'current_week') return days(first.subtract({ days: 7 }), 7)
  if (period === 'current_month' || isWholeMonth(span)) return month(span.first, -1)
  const length = lengthOf(span)
  return days(first.subtract({ days: length }), length)
}

function later(span: Days, day: string): Period {
  if (isWholeMonth(span)) return running(month(span.first, 1), 'current_month', day)
  const length = lengthOf(span)
  const next = days(parseDate(span.first).add({ days: length }), length)
  if (isWeek(next)) return running(next, 'current_week', day)
  const reached = next.last <= day ? next : days(parseDate(day).subtract({ days: length - 1 }), length)
  return named.find((name) => isSame(periodDays(name, day), reached)) ?? reached
}

/** A week or a month; the one that has today in it goes by its name. */
function running(span: Days, name: Timeframe, day: string): Period {
  return span.last >= day ? name : span
}

function days(first: ReturnType<typeof parseDate>, length: number): Days {
  return { first: first.toString(), last: first.add({ days: length - 1 }).toString() }
}

function month(first: string, by: -1 | 1): Days {
  const start = startOfMonth(parseDate(first).add({ months: by }))
  return { first: start.toString(), last: endOfMonth(start).toString() }
}

function lengthOf({ first, last }: Days): number {
  return parseDate(last).compare(parseDate(first)) + 1
}

function isWholeMonth({ first, last }: Days): boolean {
  const start = parseDate(first)
  return start.day === 1 && endOfMonth(start).toString() === last
}

function isWeek(span: Days): boolean {
  return lengthOf(span) === 7 && new Date(`${span.first}T00:00:00Z`).getUTCDay() === 1
}

function isSame(one: DaySpan, other: Days): boolean {
  return one !== null && one.first === other.first && one.last === other.last
}
