import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { SyncStatus, SyncStatusQuery } from '#contract/analytics.ts'
import { periodReading } from './period-reading.ts'
import { freshForMs } from './query-client.ts'
import { toView, type View } from './view.ts'

/** Answers that lie this close are of one moment. */
const togetherMs = 10_000

export function syncStatusQuery(query: SyncStatusQuery | null) {
  return periodReading(agentEndpoints.syncStatus, query, 'sync-status', freshForMs.conversions)
}

/** Leads created in a period by the state of their conversion event. Not asked while `query` is null. */
export function useSyncStatus(query: SyncStatusQuery | null): View<SyncStatus> {
  return toView(useQuery(syncStatusQuery(query)))
}

/** The same beside the list of undelivered events: asked for again with every newer list, so that the two are of one moment. */
export function useSyncStatusWithList(
  query: SyncStatusQuery | null,
  listAsOf: number | undefined,
): View<SyncStatus> & { readonly isTogether: boolean } {
  const result = useQuery(syncStatusQuery(query))
  const asOf = result.data?.asOf
  const isTogether = asOf !== undefined && listAsOf !== undefined && Math.abs(asOf - listAsOf) <= togetherMs
  const follow = useEffectEvent(() => {
    if (asOf === undefined || listAsOf === undefined || isTogether || result.isFetching || result.error !== null) return
    // Nobody wished for it: what the proxy keeps will do.
    if (asOf < listAsOf) void result.refetch()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list
  useEffect(() => follow(), [listAsOf])
  return { ...toView(result), isTogether }
}
