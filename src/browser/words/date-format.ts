import * as m from './compiled/messages.js'
import type { Locale } from './locale.ts'

/** Dates in the workspace's zone and form. Instants are ISO 8601 or epoch milliseconds; unknown or broken gives ''. */
export interface DateFormat {
  readonly zone: string
  date(instant: Instant): string
  /** 24-hour clock: 14:02 in English, 14.02 in Indonesian. */
  time(instant: Instant): string
  dateTime(instant: Instant): string
  /** Short age for a list: now, 14 min, 3 h, Yesterday, then the date. */
  ago(instant: Instant, now: number): string
  /** A span of local days, both included: 26 Oct – 24 Nov. Days are YYYY-MM-DD. */
  daySpan(first: string, last: string): string
  /** A local day, YYYY-MM-DD: 26 Oct. */
  day(day: string): string
  /** The month of a local day: Oct. */
  month(day: string): string
}

type Instant = string | number | null | undefined

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** `pattern` is the workspace's `dateFormat`, of DD, MM, MMM and YYYY; anything else falls back to DD/MM/YYYY. */
export function createDateFormat(locale: Locale, zone: string, pattern: string | null): DateFormat {
  const tag = locale === 'id' ? 'id-ID' : 'en-GB'
  const known = pattern !== null && /^(?:DD|MMM?|YYYY|[-/. ])+$/.test(pattern) ? pattern : 'DD/MM/YYYY'
  const numeric = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const monthName = new Intl.DateTimeFormat(tag, {
    timeZone: zone,
    month: 'short',
  })
  const shortDay = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
  })
  const shortDayWithYear = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })

  const partsOf = (epochMs: number): Readonly<Record<string, string>> =>
    Object.fromEntries(numeric.formatToParts(epochMs).map((part) => [part.type, part.value]))
  const thisYear = `${partsOf(Date.now()).year}-`
  const dateOf = (epochMs: number) => {
    const parts = partsOf(epochMs)
    return known.replace(/DD|MMM|MM|YYYY/g, (token) => {
      if (token === 'DD') return parts.day ?? ''
      if (token === 'MM') return parts.month ?? ''
      return token === 'YYYY' ? (parts.year ?? '') : monthName.format(epochMs)
    })
  }
  const timeOf = (epochMs: number) => {
    const parts = partsOf(epochMs)
    return `${parts.hour}${locale === 'id' ? '.' : ':'}${parts.minute}`
  }
  const on = (write: (epochMs: number) => string) => (instant: Instant) => {
    const epochMs = typeof instant === 'string' ? Date.parse(instant) : (instant ?? Number.NaN)
    return Number.isFinite(epochMs) ? write(epochMs) : ''
  }

  const onDay = (format: Intl.DateTimeFormat) => (day: string) => {
    const instant = Date.parse(`${day}T00:00:00Z`)
    return Number.isFinite(instant) ? format.format(instant) : ''
  }

  return {
    zone,
    day: onDay(shortDay),
    month: onDay(new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'short' })),
    date: on(dateOf),
    time: on(timeOf),
    dateTime: on((epochMs) => `${dateOf(epochMs)} ${timeOf(epochMs)}`),
    ago: (instant, now) =>
      on((epochMs) => {
        const age = now - epochMs
        if (age < minuteMs) return m.ago_now()
        if (age < hourMs) return m.ago_minutes({ n: Math.floor(age / minuteMs) })
        const date = dateOf(epochMs)
        if (date === dateOf(now)) return m.ago_hours({ n: Math.floor(age / hourMs) })
        return date === dateOf(now - 24 * hourMs) ? m.ago_yesterday() : date
      })(instant),
    daySpan: (first, last) => {
      const [start, end] = [Date.parse(`${first}T00:00:00Z`), Date.parse(`${last}T00:00:00Z`)]
      if (!Number.isFinite(start) || !Number.isFinite(end)) return ''
      if (first === last) return shortDayWithYear.format(start)
      // The year goes without saying only where it is this one.
      const sameYear = first.startsWith(thisYear) && last.startsWith(thisYear)
      return `${(sameYear ? shortDay : shortDayWithYear).format(start)} – ${(sameYear ? shortDay : shortDayWithYear).format(end)}`
    },
  }
}
