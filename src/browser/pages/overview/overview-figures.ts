import type { Summary } from '#contract/analytics.ts'
import { type Known, knownCount, knownShare, knownSum } from '#parts/figures/known-sum.ts'
import type { Funnel } from '#parts/funnel/funnel-steps.ts'

export interface OverviewFigures {
  /** All but visits; with visits where the funnel cannot be read. */
  readonly leads: Known
  /** Visits that `leads` leaves out; null where they are unknown and stand in it. */
  readonly visits: Known
  readonly won: Known
  /** Won and lost. */
  readonly closed: Known
  /** Won of `leads`, 0 to 1. */
  readonly rate: Known
  readonly value: Known
}

/**
 * The four figures of a period. What both answers tell is taken from the funnel alone, so that the figures agree with each
 * other and with the funnel drawn beneath; without it nobody knows the visits, and the total stands in.
 */
export function overviewFigures(summary: Summary, funnel: Funnel | null): OverviewFigures {
  const leads = funnel?.leads ?? knownCount(summary.totalLeads)
  const won = funnel?.won ?? knownCount(summary.totalConversions)
  const rate = knownShare(won, leads)
  return {
    leads,
    visits: funnel?.leads == null ? null : funnel.visits.count,
    won,
    closed: funnel === null ? null : knownSum([won, funnel.lost]),
    // More won than there are leads is no rate.
    rate: rate !== null && rate > 1 ? null : rate,
    value: knownCount(summary.totalConversionValue),
  }
}
