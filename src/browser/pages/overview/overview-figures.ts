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

/** The four figures of a period. Without the funnel nobody knows the visits: then the total stands in. */
export function overviewFigures(summary: Summary, funnel: Funnel | null): OverviewFigures {
  const total = knownCount(summary.totalLeads)
  const won = knownCount(summary.totalConversions)
  const visits = funnel === null ? null : funnel.visits.count
  // The two answers can be of different moments: fewer than no leads there are not.
  const leads = total === null || visits === null ? total : Math.max(0, total - visits)
  return {
    leads,
    visits,
    won,
    closed: funnel === null ? null : knownSum([won, funnel.lost]),
    rate: knownShare(won, leads),
    value: summary.totalConversionValue ?? null,
  }
}
