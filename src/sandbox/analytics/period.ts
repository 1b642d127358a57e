import type { PeriodQuery } from '#contract/analytics.ts'
import type { Timeframe } from '#contract/vocabularies.ts'
import { invalid } from '../http/agent-error.ts'
import { dayAt, daysBefore, readInstant, startOfDay } from './zone-time.ts'

/** Half-open in Unix ms; a missing bound is open. */
export interface Range {
  readonly from: number | null
  readonly to: number | null
}

export interface Period extends Range {
  readonly timeframe: Timeframe | 'custom'
}

/** The period an analytics query names. Presets have no end: nothing is created after now. */
export function readPeriod(query: PeriodQuery, now: number, zone: string): Period {
  if (query.from !== undefined || query.to !== undefined) {
    return { timeframe: 'custom', ...readRange(query, ['from', 'to'], zone) }
  }
  const timeframe = query.timeframe ?? 'last_30_days'
  return { timeframe, from: presetStart(timeframe, now, zone), to: null }
}

/** Reads two optional bounds; a start after the end is refused at the first name. */
export function readRange<Name extends string>(
  query: Partial<Record<Name, string | undefined>>,
  [fromName, toName]: readonly [Name, Name],
  zone: string,
): Range {
  const fromText = query[fromName]
  const toText = query[toName]
  const from = fromText === undefined ? null : readInstant(fromText, zone)
  const to = toText === undefined ? null : readInstant(toText, zone)
  if (from !== null && to !== null && from > to) throw invalid({ [fromName]: `Must not be after ${toName}` })
  return { from, to }
}

function presetStart(timeframe: Timeframe, now: number, zone: string): number | null {
  const today = dayAt(now, zone)
  switch (timeframe) {
    case 'today':
      return startOfDay(today, zone)
    case 'last_7_days':
      return daysBefore(now, 7, zone)
    case 'last_30_days':
      return daysBefore(now, 30, zone)
    case 'current_week': {
      // ISO weeks: Monday is the first day.
      const weekday = (today.toDate('UTC').getUTCDay() + 6) % 7
      return startOfDay(today.subtract({ days: weekday }), zone)
    }
    case 'current_month':
      return startOfDay(today.set({ day: 1 }), zone)
    case 'all_time':
      return null
  }
}
