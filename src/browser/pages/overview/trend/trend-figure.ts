import type { FunnelEntry, Summary } from '#contract/analytics.ts'
import { wilsonRange } from '#parts/figures/campaign-wilson.ts'
import { type Known, knownCount } from '#parts/figures/known-sum.ts'
import { readFunnel } from '#parts/funnel/funnel-steps.ts'
import type { Bucket } from '#queries/buckets.ts'
import { isMaturing } from '#queries/comparison.ts'

export const trendFigures = ['leads', 'won', 'rate', 'value'] as const
export type TrendFigure = (typeof trendFigures)[number]

/** What a figure is in one piece of time: a count from the ground, or a rate with its range. */
export interface TrendValue {
  readonly low: number
  readonly high: number
  /** The rate itself; null for a count. */
  readonly at: number | null
  /** The numbers that make it, where it is a rate. */
  readonly of: { readonly won: number; readonly leads: number } | null
}

/** Leads, won or rate of a funnel; null where it is unknown, or a rate of nobody. */
export function funnelValue(figure: Exclude<TrendFigure, 'value'>, entries: readonly FunnelEntry[]): TrendValue | null {
  const { leads, won } = readFunnel(entries)
  if (figure !== 'rate') return countValue(figure === 'leads' ? leads : won)
  const range = wilsonRange(won, leads)
  if (range === null || won === null || leads === null) return null
  return { low: range.low, high: range.high, at: range.rate, of: { won, leads } }
}

/** The actual values of the won leads of a summary. */
export function summaryValue(summary: Summary): TrendValue | null {
  return countValue(knownCount(summary.totalConversionValue))
}

function countValue(value: Known): TrendValue | null {
  return value === null ? null : { low: 0, high: value, at: null, of: null }
}

/**
 * Whether a piece may still grow: its days are not over, and for everything but the number of leads, its leads may still be
 * won. One that was cut by the period's ends is merely short.
 */
export function isUnfinished(figure: TrendFigure, bucket: Bucket, today: string, maturityDays: number): boolean {
  return bucket.last >= today || (figure !== 'leads' && isMaturing(bucket.last, today, maturityDays))
}
