import { parseDate } from '@internationalized/date'
import type { Display } from '#parts/display.tsx'
import { unknownText } from '#parts/figures/range-text.ts'
import { leadsLink } from '#parts/filter/leads-link.ts'
import type { Bucket, BucketUnit } from '#queries/buckets.ts'
import type { Column } from '#ui/charts/column.ts'
import * as m from '#words/m.ts'
import { isUnfinished, type TrendFigure } from './trend-figure.ts'
import { bucketLabel, fullFigure, shortFigure } from './trend-words.ts'
import type { TrendPoint } from './use-trend.ts'

interface TrendColumnsQuestion {
  readonly points: readonly TrendPoint[]
  readonly figure: TrendFigure
  readonly unit: BucketUnit
  readonly maturityDays: number
  /** So many columns have room for their words. */
  readonly mostWorded: number
  readonly display: Pick<Display, 'today' | 'dates' | 'numbers'>
}

/** What a trend is drawn and told by. */
export interface TrendColumn extends Column {
  /** In full, as the table has it. */
  readonly told: string
  readonly to: string
}

/** The pieces of a trend as columns, each with its words: which days, what, and whether it is finished. */
export function trendColumns(question: TrendColumnsQuestion): readonly TrendColumn[] {
  const { points, figure, unit, maturityDays, mostWorded, display } = question
  const { today, dates, numbers } = display
  const every = Math.max(1, Math.ceil(points.length / mostWorded))
  return points.map(({ bucket, value }, at) => {
    const isOpen = isUnfinished(figure, bucket, today, maturityDays)
    const isShort = bucket.isCut && bucket.last < today
    const days = numbers.count(dayCount(bucket))
    const label = bucketLabel(bucket, unit, dates)
    const told = toldOf()
    return {
      id: bucket.first,
      low: value?.low ?? 0,
      high: value?.high ?? 0,
      at: value?.at ?? null,
      isKnown: value != null,
      isUnfinished: isOpen,
      label: at % every > 0 ? '' : isShort && every === 1 ? m.trend_short({ day: label, n: days }) : label,
      figure: figureOf(),
      told,
      hint: {
        title: dates.daySpan(bucket.first, bucket.last),
        lines: [told, ...(isShort ? [m.trend_days_only({ n: days })] : []), ...(isOpen ? [m.trend_unfinished()] : [])],
      },
      to: leadsLink(
        { first: bucket.first, last: bucket.last },
        figure === 'leads' ? { hidesVisits: true } : { status: 'won' },
      ),
    }

    function toldOf(): string {
      if (value === undefined) return m.trend_pending()
      return value === null ? m.trend_unknown() : fullFigure(figure, value, numbers)
    }

    function figureOf(): string {
      if (every > 1 || value === undefined) return ''
      return value === null ? unknownText : shortFigure(figure, value, numbers)
    }
  })
}

function dayCount({ first, last }: Bucket): number {
  return parseDate(last).compare(parseDate(first)) + 1
}
