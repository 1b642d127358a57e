import { useEffect, useEffectEvent } from 'react'
import type { SyncStatus, SyncStatusQuery } from '#contract/analytics.ts'
import { useSyncStatus } from '#queries/sync-status.ts'
import type { View } from '#queries/view.ts'
import { isReadTogether } from './reconcile-unsent.ts'

/** Counts beside the list: asked for again whenever a newer list has come, so that the two are of one moment. */
export function useCountsWithList(query: SyncStatusQuery | null, listAsOf: number | undefined): View<SyncStatus> {
  const counts = useSyncStatus(query)
  const follow = useEffectEvent(() => {
    if (listAsOf === undefined || counts.asOf === undefined || counts.isRefreshing || counts.failure !== null) return
    if (counts.asOf < listAsOf && !isReadTogether(counts.asOf, listAsOf)) counts.askAgain()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each list
  useEffect(() => follow(), [listAsOf])
  return counts
}
