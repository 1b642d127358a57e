import type { FunnelEntry, Summary } from '#contract/analytics.ts'
import { readFunnel } from '#parts/funnel/funnel-steps.ts'
import type { ComparedQuery, Comparison } from '#queries/comparison.ts'
import type { Failure } from '#queries/failure.ts'
import { useFunnelCompared } from '#queries/funnel.ts'
import { useSummaryCompared } from '#queries/summary.ts'
import { type OverviewFigures, overviewFigures } from './overview-figures.ts'

/** The two sides of a comparison. */
export interface ComparedFigures {
  readonly before: OverviewFigures
  /** The present up to the same quarter hour; null where the figures shown will do. */
  readonly present: OverviewFigures | null
}

export interface ComparedView {
  /** undefined until both sides are there as far as they will be. */
  readonly figures: ComparedFigures | undefined
  readonly failure: Failure | null
  readonly askAgain: () => void
}

/** The figures of the earlier period, and where minutes weigh those of the present up to the same moment. */
export function useComparedFigures(comparison: Comparison | null, isAsked: boolean): ComparedView {
  const before = useSide(isAsked && comparison !== null ? comparison.query : null)
  const hasPresent = comparison !== null && comparison.presentQuery !== null
  const present = useSide(isAsked && hasPresent ? comparison.presentQuery : null)
  const isThere = before.figures !== undefined && (!hasPresent || present.figures !== undefined)
  return {
    figures:
      isThere && before.figures !== undefined
        ? { before: before.figures, present: hasPresent ? (present.figures ?? null) : null }
        : undefined,
    failure: before.failure ?? (hasPresent ? present.failure : null),
    askAgain: () => {
      before.askAgain()
      if (hasPresent) present.askAgain()
    },
  }
}

/** One side: nothing of it is shown while half of it is under way, or visits would come and go in it. */
function useSide(query: ComparedQuery | null) {
  const summary = useSummaryCompared(query)
  const funnel = useFunnelCompared(query)
  const isEnded = !(summary.isPending && summary.failure === null) && !(funnel.isPending && funnel.failure === null)
  return {
    figures: isEnded && summary.data !== undefined ? figuresOf(summary.data, funnel.data) : undefined,
    failure: summary.failure ?? funnel.failure,
    askAgain: () => {
      for (const view of [summary, funnel]) if (view.failure !== null) view.askAgain()
    },
  }
}

/** Both answers as one; without the funnel nobody knows the visits. */
export function figuresOf(summary: Summary, funnel: readonly FunnelEntry[] | undefined): OverviewFigures {
  return overviewFigures(summary, funnel === undefined ? null : readFunnel(funnel))
}
