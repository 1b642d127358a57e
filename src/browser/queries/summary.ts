import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery, Summary } from '#contract/analytics.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function summaryQuery(query: PeriodQuery) {
  return reading(agentEndpoints.summary, { query }, ['summary', query], freshForMs.analytics)
}

/** Totals of the leads created in a period. */
export function useSummary(query: PeriodQuery): View<Summary> {
  return toView(useQuery(summaryQuery(query)))
}
