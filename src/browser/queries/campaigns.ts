import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Campaign, PeriodQuery } from '#contract/analytics.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function campaignsQuery(query: PeriodQuery) {
  return reading(agentEndpoints.campaigns, { query }, ['campaigns', query], freshForMs.analytics)
}

/** Leads, won leads and their value by campaign; leads without a campaign are in no row. */
export function useCampaigns(query: PeriodQuery): View<Campaign[]> {
  return toView(useQuery(campaignsQuery(query)))
}
