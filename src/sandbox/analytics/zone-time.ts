import {
  type CalendarDate,
  fromAbsolute,
  parseDate,
  parseDateTime,
  toCalendarDate,
  toZoned,
} from '@internationalized/date'

/** The calendar day of an instant (Unix ms) in a zone. */
export function dayAt(instantMs: number, zone: string): CalendarDate {
  return toCalendarDate(fromAbsolute(instantMs, zone))
}

/** The first instant of a day, in Unix ms: midnight, or the end of the gap where a clock change skips it. */
export function startOfDay(day: CalendarDate, zone: string): number {
  return toZoned(day, zone).toDate().getTime()
}

/** PostgreSQL and JavaScript count years before 1 differently; no lead is that old, or that far ahead. */
const earliest = Date.UTC(1000, 0, 1)
const latest = Date.UTC(9999, 11, 30)

/** Reads what `isoDateText` lets through: a bare date or a time without offset is local to the zone. Unix ms. */
export function readInstant(text: string, zone: string): number {
  return Math.min(Math.max(parseInstant(text, zone), earliest), latest)
}

function parseInstant(text: string, zone: string): number {
  if (text.length === 10) return startOfDay(parseDate(text), zone)
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return Date.parse(text)
  return toZoned(parseDateTime(text), zone).toDate().getTime()
}

/** The instant with the same wall clock some days earlier, in Unix ms. */
export function daysBefore(instantMs: number, days: number, zone: string): number {
  return fromAbsolute(instantMs, zone).subtract({ days }).toDate().getTime()
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The zone's distance from UTC at an instant, in milliseconds, east positive. */
export function zoneOffset(instantMs: number, zone: string): number {
  return fromAbsolute(instantMs, zone).offset
}
