import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery, Summary } from '#contract/analytics.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function summaryQuery(query: PeriodQuery | null) {
  return reading(
    agentEndpoints.summary,
    { query: query ?? {} },
    ['summary', query],
    freshForMs.analytics,
    query !== null,
  )
}

/** Totals of the leads created in a period. Not asked while `query` is null. */
export function useSummary(query: PeriodQuery | null): View<Summary> {
  return toView(useQuery(summaryQuery(query)))
}
