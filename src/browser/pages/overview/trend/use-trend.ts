import { type Bucket, type BucketUnit, bucketsOf } from '#queries/buckets.ts'
import type { Failure } from '#queries/failure.ts'
import { spanInstants } from '#queries/period.ts'
import { type TrendPiece, useTrendFunnels, useTrendSummaries } from '#queries/trend.ts'
import type { View } from '#queries/view.ts'
import { olderOf } from '../older-of.ts'
import { funnelValue, summaryValue, type TrendFigure, type TrendValue } from './trend-figure.ts'

export interface TrendPoint {
  readonly bucket: Bucket
  /** undefined while it is not there; null where it is unknown. */
  readonly value: TrendValue | null | undefined
}

export interface Trend {
  readonly points: readonly TrendPoint[]
  readonly isPending: boolean
  /** Of the first piece that failed; the others are there. */
  readonly failure: Failure | null
  /** The oldest moment at which one of them was true. */
  readonly asOf: number | undefined
  readonly askAgain: () => void
}

interface TrendQuestion {
  readonly span: { readonly first: string; readonly last: string }
  readonly unit: BucketUnit
  readonly figure: TrendFigure
  readonly zone: string
  readonly isAsked: boolean
}

/** A figure piece by piece, fetched in its own time. */
export function useTrend({ span, unit, figure, zone, isAsked }: TrendQuestion): Trend {
  const buckets = bucketsOf(span, unit)
  const pieces = buckets.map<TrendPiece>((bucket) => {
    const query = spanInstants(bucket, zone)
    return { query, endsAt: Date.parse(query.to) }
  })
  const isValue = figure === 'value'
  const funnels = useTrendFunnels(isValue ? [] : pieces, isAsked, figure === 'leads')
  const summaries = useTrendSummaries(isValue ? pieces : [], isAsked)
  const views: readonly View<unknown>[] = isValue ? summaries : funnels
  const valueAt = (at: number): TrendValue | null | undefined => {
    const [funnel, summary] = [funnels[at]?.data, summaries[at]?.data]
    if (figure === 'value') return summary && summaryValue(summary)
    return funnel && funnelValue(figure, funnel)
  }
  return {
    points: buckets.map((bucket, at) => ({ bucket, value: valueAt(at) })),
    isPending: views.some((view) => view.isPending && view.failure === null),
    failure: views.find((view) => view.failure !== null)?.failure ?? null,
    asOf: views.reduce<number | undefined>((oldest, { asOf }) => olderOf(oldest, asOf), undefined),
    askAgain: () => {
      for (const view of views) if (view.failure !== null) view.askAgain()
    },
  }
}
