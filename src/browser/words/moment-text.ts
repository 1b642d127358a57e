import type { DateFormat } from './date-format.ts'

/** A moment in a sentence: the time alone where it is today, else with its date. */
export function momentText(at: number | null, now: number, dates: DateFormat): string {
  if (at === null) return ''
  return dates.date(at) === dates.date(now) ? dates.time(at) : dates.dateTime(at)
}
