import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { SyncStatus, SyncStatusQuery } from '#contract/analytics.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function syncStatusQuery(query: SyncStatusQuery | null) {
  return reading(
    agentEndpoints.syncStatus,
    { query: query ?? {} },
    ['sync-status', query],
    freshForMs.conversions,
    query !== null,
  )
}

/** Leads created in a period by the state of their conversion event. Not asked while `query` is null. */
export function useSyncStatus(query: SyncStatusQuery | null): View<SyncStatus> {
  return toView(useQuery(syncStatusQuery(query)))
}
