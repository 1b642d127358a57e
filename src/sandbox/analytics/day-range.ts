import type { Range } from './period.ts'
import { dayAt, startOfDay } from './zone-time.ts'

/** A range cut into whole days, which are counted already, and the parts of days at its ends. */
export interface DayRange {
  /** First whole day, inclusive (`YYYY-MM-DD`); null: no lower bound. */
  readonly fromDay: string | null
  /** Day after the last whole one, exclusive; null: no upper bound. */
  readonly toDay: string | null
  /** Half-open, Unix ms; at most two. */
  readonly parts: readonly { readonly from: number; readonly to: number }[]
}

/** `fromDay` of `none` days: bounds that no day meets. */
const noDays = { fromDay: '0001-01-02', toDay: '0001-01-01' }

export function splitRange(range: Range, zone: string): DayRange {
  const start = range.from === null ? null : dayAt(range.from, zone)
  const end = range.to === null ? null : dayAt(range.to, zone)
  const startIsWhole = start === null || startOfDay(start, zone) === range.from
  const firstWhole = start === null || startIsWhole ? start : start.add({ days: 1 })
  const { from, to } = range
  if (from !== null && to !== null && from >= to) return { ...noDays, parts: [] }
  if (firstWhole !== null && end !== null && firstWhole.compare(end) > 0 && from !== null && to !== null) {
    return { ...noDays, parts: [{ from, to }] }
  }
  const parts: { from: number; to: number }[] = []
  if (from !== null && firstWhole !== null && !startIsWhole) parts.push({ from, to: startOfDay(firstWhole, zone) })
  if (to !== null && end !== null && startOfDay(end, zone) < to) parts.push({ from: startOfDay(end, zone), to })
  return { fromDay: firstWhole?.toString() ?? null, toDay: end?.toString() ?? null, parts }
}
