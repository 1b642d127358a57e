import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { FunnelEntry, PeriodQuery } from '#contract/analytics.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function funnelQuery(query: PeriodQuery | null) {
  return reading(agentEndpoints.funnel, { query: query ?? {} }, ['funnel', query], freshForMs.analytics, query !== null)
}

/** Leads created in a period by their present status; empty statuses are left out. Not asked while `query` is null. */
export function useFunnel(query: PeriodQuery | null): View<FunnelEntry[]> {
  return toView(useQuery(funnelQuery(query)))
}
