import { type Period, periodDays } from '#queries/period.ts'
import * as m from '#words/m.ts'
import type { Display } from '../display.tsx'

export const timeframeWords = {
  today: m.period_today,
  last_7_days: m.period_last_7_days,
  last_30_days: m.period_last_30_days,
  current_week: m.period_current_week,
  current_month: m.period_current_month,
  all_time: m.period_all_time,
} as const

/** The name of a period: "Last 30 days"; a custom one is its days. */
export function periodName(period: Period, display: Display): string {
  return typeof period === 'string' ? timeframeWords[period]() : periodSpan(period, display)
}

/** The days of a period in words, '' for all time. */
export function periodSpan(period: Period, display: Display): string {
  const span = periodDays(period, display.today)
  return span === null ? '' : display.dates.daySpan(span.first, span.last)
}
