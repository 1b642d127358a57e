import type { PeriodQuery } from '#contract/analytics.ts'
import { useCampaigns } from '#queries/campaigns.ts'
import { useFunnel } from '#queries/funnel.ts'
import { useSummary } from '#queries/summary.ts'
import { useSyncStatus } from '#queries/sync-status.ts'
import { useLatestWon, useNewLeads } from '#queries/touch-leads.ts'

/** True once everything that the page shows at first has answered, one way or the other: what costs more calls comes behind it. */
export function useFirstAnswers(query: PeriodQuery | null): boolean {
  const views = [
    useSummary(query),
    useFunnel(query),
    useCampaigns(query),
    useSyncStatus(query),
    useNewLeads(true),
    useLatestWon(true),
  ]
  return views.every((view) => !view.isPending)
}
