import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { SyncStatus, SyncStatusQuery } from '#contract/analytics.ts'
import { periodReading } from './period-reading.ts'
import { freshForMs } from './query-client.ts'
import { toView, type View } from './view.ts'

export function syncStatusQuery(query: SyncStatusQuery | null) {
  return periodReading(agentEndpoints.syncStatus, query, 'sync-status', freshForMs.conversions)
}

/** Leads created in a period by the state of their conversion event. Not asked while `query` is null. */
export function useSyncStatus(query: SyncStatusQuery | null): View<SyncStatus> {
  return toView(useQuery(syncStatusQuery(query)))
}
