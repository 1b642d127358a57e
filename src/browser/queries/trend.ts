import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { FunnelEntry, PeriodQuery, Summary } from '#contract/analytics.ts'
import { fewAtOnce } from './few-at-once.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { serverNow } from './server-clock.ts'
import { type Dated, toView, type View } from './view.ts'

/** One piece of a trend: what asks for it, and the instant (epoch milliseconds) behind which no lead can be added to it. */
export interface TrendPiece {
  readonly query: PeriodQuery
  readonly endsAt: number
}

/** What was fetched stays through a day of looking around, in milliseconds. */
const keptForMs = 24 * 60 * 60_000
/** A visit that acts later makes its old piece one lead larger: found within the hour. */
const closedFreshForMs = 60 * 60_000

/**
 * The funnel of each piece, two calls at a time. The number of leads of a closed piece hardly changes: where nothing else is
 * wanted (`isCountOnly`), it is asked for once an hour. Its statuses do change, and are asked for like all figures.
 */
export function useTrendFunnels(
  pieces: readonly TrendPiece[],
  isAsked: boolean,
  isCountOnly: boolean,
): readonly View<FunnelEntry[]>[] {
  const client = useQueryClient()
  const results = useQueries({
    queries: pieces.map(({ query, endsAt }) => {
      const funnel = reading(agentEndpoints.funnel, { query }, ['funnel', query], freshForMs.analytics)
      // Both rooms hold the same answer: what one has just heard the other need not ask.
      const asking = { ...later(funnel, isAsked), ...heardIn(client, ['trend-count', query]) }
      if (!isCountOnly || endsAt > serverNow()) return asking
      return {
        ...asking,
        // A room of its own: a changed lead makes every funnel stale, but not the number of leads of last week.
        queryKey: ['trend-count', query],
        staleTime: (known: { state: { data?: { asOf: number } | undefined } }) =>
          (known.state.data?.asOf ?? 0) > endsAt ? closedFreshForMs : 0,
      }
    }),
  })
  return results.map(toView)
}

function heardIn(client: QueryClient, queryKey: readonly unknown[]) {
  const heard = client.getQueryData<Dated<FunnelEntry[]>>(queryKey)
  return heard === undefined ? {} : { initialData: heard, initialDataUpdatedAt: heard.asOf }
}

/** The totals of each piece, two calls at a time: only they know the value. */
export function useTrendSummaries(pieces: readonly TrendPiece[], isAsked: boolean): readonly View<Summary>[] {
  const results = useQueries({
    queries: pieces.map(({ query }) =>
      later(reading(agentEndpoints.summary, { query }, ['summary', query], freshForMs.analytics), isAsked),
    ),
  })
  return results.map(toView)
}

type QueryFunction = (context: { signal: AbortSignal }) => Promise<unknown>

function later<Query extends { queryFn?: unknown }>(query: Query, isAsked: boolean): Query {
  const ask = query.queryFn as QueryFunction
  return {
    ...query,
    queryFn: (context: { signal: AbortSignal }) => fewAtOnce(() => ask(context), context.signal),
    enabled: isAsked,
    gcTime: keptForMs,
    refetchOnWindowFocus: false,
  }
}
