import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { FunnelEntry, PeriodQuery } from '#contract/analytics.ts'
import { keepOverQuarter } from './keep-quarter.ts'
import { periodReading } from './period-reading.ts'
import { freshForMs } from './query-client.ts'
import { toView, type View } from './view.ts'

export function funnelQuery(query: PeriodQuery | null) {
  return periodReading(agentEndpoints.funnel, query, 'funnel', freshForMs.analytics)
}

/** Leads created in a period by their present status; empty statuses are left out. Not asked while `query` is null. */
export function useFunnel(query: PeriodQuery | null): View<FunnelEntry[]> {
  return toView(useQuery(funnelQuery(query)))
}

/** The same of one side of a comparison, which moves on with the quarter hour. */
export function useFunnelCompared(query: PeriodQuery | null): View<FunnelEntry[]> {
  return toView(useQuery({ ...funnelQuery(query), placeholderData: keepOverQuarter(query) }))
}
