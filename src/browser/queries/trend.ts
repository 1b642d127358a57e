import { useQueries } from '@tanstack/react-query'
import type { FunnelEntry, PeriodQuery, Summary } from '#contract/analytics.ts'
import { fewAtOnce } from './few-at-once.ts'
import { funnelQuery } from './funnel.ts'
import { summaryQuery } from './summary.ts'
import { toView, type View } from './view.ts'

/** One piece of a trend: what asks for it, and whether its day is over, so that no lead can be added to it. */
export interface TrendPiece {
  readonly query: PeriodQuery
  readonly isClosed: boolean
}

/** What was fetched stays through a day of looking around, in milliseconds. */
const keptForMs = 24 * 60 * 60_000

/**
 * The funnel of each piece, two calls at a time. A closed piece's number of leads never changes: where nothing else is
 * wanted (`isCountOnly`), what is cached of it is never asked for again. Its statuses still change, and are.
 */
export function useTrendFunnels(
  pieces: readonly TrendPiece[],
  isAsked: boolean,
  isCountOnly: boolean,
): readonly View<FunnelEntry[]>[] {
  const results = useQueries({
    queries: pieces.map((piece) => {
      const query = later(funnelQuery(piece.query), isAsked)
      if (!(isCountOnly && piece.isClosed)) return query
      // A room of its own: a changed lead makes every funnel stale, but not the number of leads of last week.
      return { ...query, queryKey: ['trend-count', piece.query], staleTime: Number.POSITIVE_INFINITY }
    }),
  })
  return results.map(toView)
}

/** The totals of each piece, two calls at a time: only they know the value. */
export function useTrendSummaries(pieces: readonly TrendPiece[], isAsked: boolean): readonly View<Summary>[] {
  const results = useQueries({ queries: pieces.map((piece) => later(summaryQuery(piece.query), isAsked)) })
  return results.map(toView)
}

type AnyQuery = ReturnType<typeof funnelQuery> | ReturnType<typeof summaryQuery>

function later<Query extends AnyQuery>(query: Query, isAsked: boolean): Query {
  const ask = query.queryFn as (context: { signal: AbortSignal }) => Promise<unknown>
  return {
    ...query,
    queryFn: (context: { signal: AbortSignal }) => fewAtOnce(() => ask(context), context.signal),
    enabled: isAsked,
    gcTime: keptForMs,
    refetchOnWindowFocus: false,
  }
}
