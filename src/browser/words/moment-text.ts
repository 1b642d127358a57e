import type { DateFormat } from './date-format.ts'
import * as m from './m.ts'

const dayMs = 24 * 3_600_000

/** A moment in a sentence: the time alone where it is today, else with its date. */
export function momentText(at: number | null, now: number, dates: DateFormat): string {
  if (at === null) return ''
  return dates.date(at) === dates.date(now) ? dates.time(at) : dates.dateTime(at)
}

/** A moment in a list: the time today, "Yesterday 22:40", else with its date; '' where nobody tells. */
export function listMomentText(at: number | null, now: number, dates: DateFormat): string {
  const isYesterday = at !== null && dates.date(at) === dates.date(now - dayMs)
  return isYesterday ? m.ago_yesterday_at({ time: dates.time(at) }) : momentText(at, now, dates)
}
