import type { Bucket, BucketUnit } from '#queries/buckets.ts'
import type { DateFormat } from '#words/date-format.ts'
import * as m from '#words/m.ts'
import type { NumberFormat } from '#words/number-format.ts'
import type { TrendFigure, TrendValue } from './trend-figure.ts'

export const figureWords = {
  leads: m.overview_leads,
  won: m.overview_won,
  rate: m.trend_figure_rate,
  value: m.trend_figure_value,
} as const

export const unitWords = {
  day: m.trend_by_day,
  week: m.trend_by_week,
  month: m.trend_by_month,
  quarter: m.trend_by_quarter,
  year: m.trend_by_year,
} as const

/** Short, as it stands under a column; the years are in the hint. */
export function bucketLabel({ first }: Bucket, unit: BucketUnit, dates: DateFormat): string {
  if (unit === 'day' || unit === 'week') return dates.day(first)
  if (unit === 'month') return dates.month(first)
  return unit === 'quarter' ? `${dates.month(first)} ${first.slice(2, 4)}` : first.slice(0, 4)
}

/** As it stands over a column. */
export function shortFigure(figure: TrendFigure, value: TrendValue, numbers: NumberFormat): string {
  if (value.at !== null) return numbers.percent(value.at, 0)
  return figure === 'value' ? numbers.moneyShort(value.high) : numbers.count(value.high)
}

/** In full, as hint and table say it. */
export function fullFigure(figure: TrendFigure, value: TrendValue, numbers: NumberFormat): string {
  if (figure === 'value') return numbers.money(value.high)
  if (figure === 'leads') return m.trend_leads({ n: numbers.count(value.high) })
  if (value.at === null) return m.trend_won({ n: numbers.count(value.high) })
  return m.trend_rate({
    rate: numbers.percent(value.at),
    low: numbers.percent(value.low),
    high: numbers.percent(value.high),
    won: numbers.count(value.of?.won),
    leads: numbers.count(value.of?.leads),
  })
}
