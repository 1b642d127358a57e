import type { PeriodQuery } from '#contract/analytics.ts'
import type { DateFormat } from '#words/date-format.ts'
import * as m from '#words/m.ts'

/** The window of a query in words, its bounds in the workspace's zone: the end is the first moment that is out. */
export function windowText({ timeframe, from, to }: PeriodQuery, dates: DateFormat): string {
  if (from === undefined && to === undefined) {
    return timeframe === 'all_time' ? m.explain_window_all({ zone: dates.zone }) : (timeframe ?? '')
  }
  return m.explain_window_bounds({ from: dates.dateTime(from), to: dates.dateTime(to), zone: dates.zone })
}
