import { useQuery } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { SyncStatus, SyncStatusQuery } from '#contract/analytics.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function syncStatusQuery(query: SyncStatusQuery) {
  return reading(agentEndpoints.syncStatus, { query }, ['sync-status', query], freshForMs.conversions)
}

/** Leads created in a period by the state of their conversion event. */
export function useSyncStatus(query: SyncStatusQuery): View<SyncStatus> {
  return toView(useQuery(syncStatusQuery(query)))
}
