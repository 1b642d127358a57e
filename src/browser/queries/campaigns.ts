import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Campaign, PeriodQuery } from '#contract/analytics.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function campaignsQuery(query: PeriodQuery | null) {
  return reading(
    agentEndpoints.campaigns,
    { query: query ?? {} },
    ['campaigns', query],
    freshForMs.analytics,
    query !== null,
  )
}

/** Leads, won leads and their value by campaign; leads without a campaign are in no row. Not asked while `query` is null. */
export function useCampaigns(query: PeriodQuery | null): View<Campaign[]> {
  return toView(useQuery(campaignsQuery(query)))
}
