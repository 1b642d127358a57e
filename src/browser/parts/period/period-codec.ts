import { parseDate } from '@internationalized/date'
import { timeframes } from '#contract/vocabularies.ts'
import { defaultPeriod, type Period, periodDayLimits } from '#queries/period.ts'

/** What an address says, and the parts of it that made no sense. */
export interface Decoded<T> {
  readonly value: T
  readonly ignored: readonly string[]
}

/** Reads `?period=today` or `?from=2026-11-01&to=2026-11-24` (local days, both included). Nonsense gives the default, and is named. */
export function decodePeriod(search: URLSearchParams): Decoded<Period> {
  const [name, from, to] = [search.get('period'), search.get('from'), search.get('to')]
  if (from !== null || to !== null) {
    if (isDay(from) && isDay(to) && from <= to) return { value: { first: from, last: to }, ignored: [] }
    return {
      value: defaultPeriod,
      ignored: [from !== null ? `from=${from}` : '', to !== null ? `to=${to}` : ''].filter(Boolean),
    }
  }
  if (name === null) return { value: defaultPeriod, ignored: [] }
  const preset = timeframes.find((timeframe) => timeframe === name)
  return preset === undefined ? { value: defaultPeriod, ignored: [`period=${name}`] } : { value: preset, ignored: [] }
}

/** Writes a period over an address; the default is left out. */
export function encodePeriod(period: Period, search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(search)
  for (const name of ['period', 'from', 'to']) next.delete(name)
  if (typeof period !== 'string') {
    next.set('from', period.first)
    next.set('to', period.last)
  } else if (period !== defaultPeriod) {
    next.set('period', period)
  }
  return next
}

function isDay(text: string | null): text is string {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return parseDate(text).toString() === text && text >= periodDayLimits.first && text <= periodDayLimits.last
  } catch {
    return false
  }
}
