import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Campaign, PeriodQuery } from '#contract/analytics.ts'
import { keepOverQuarter } from './keep-quarter.ts'
import { periodReading } from './period-reading.ts'
import { freshForMs } from './query-client.ts'
import { toView, type View } from './view.ts'

export function campaignsQuery(query: PeriodQuery | null) {
  return periodReading(agentEndpoints.campaigns, query, 'campaigns', freshForMs.analytics)
}

/** Leads, won leads and their value by campaign; leads without a campaign are in no row. Not asked while `query` is null. */
export function useCampaigns(query: PeriodQuery | null): View<Campaign[]> {
  return toView(useQuery(campaignsQuery(query)))
}

/** The same of one side of a comparison, which moves on with the quarter hour. */
export function useCampaignsCompared(query: PeriodQuery | null): View<Campaign[]> {
  return toView(useQuery({ ...campaignsQuery(query), placeholderData: keepOverQuarter(query) }))
}
