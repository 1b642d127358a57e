import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { PeriodQuery, Summary } from '#contract/analytics.ts'
import { keepOverQuarter } from './keep-quarter.ts'
import { periodReading } from './period-reading.ts'
import { freshForMs } from './query-client.ts'
import { toView, type View } from './view.ts'

export function summaryQuery(query: PeriodQuery | null) {
  return periodReading(agentEndpoints.summary, query, 'summary', freshForMs.analytics)
}

/** Totals of the leads created in a period. Not asked while `query` is null. */
export function useSummary(query: PeriodQuery | null): View<Summary> {
  return toView(useQuery(summaryQuery(query)))
}

/** The same of one side of a comparison, which moves on with the quarter hour. */
export function useSummaryCompared(query: PeriodQuery | null): View<Summary> {
  return toView(useQuery({ ...summaryQuery(query), placeholderData: keepOverQuarter(query) }))
}
