import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { FunnelEntry, PeriodQuery } from '#contract/analytics.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function funnelQuery(query: PeriodQuery) {
  return reading(agentEndpoints.funnel, { query }, ['funnel', query], freshForMs.analytics)
}

/** Leads created in a period by their present status; empty statuses are left out. */
export function useFunnel(query: PeriodQuery): View<FunnelEntry[]> {
  return toView(useQuery(funnelQuery(query)))
}
