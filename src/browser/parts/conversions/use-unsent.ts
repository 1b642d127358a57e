import { useMemo } from 'react'
import type { UnsentConversion } from '#contract/analytics.ts'
import { type DeliveryWindows, standardWindows } from '#contract/delivery-windows.ts'
import type { Lead } from '#contract/lead.ts'
import { useSettings } from '#queries/settings.ts'
import { useUnsentSeen } from '#queries/unsent-seen.ts'
import type { View } from '#queries/view.ts'
import { useServerNow } from '../use-now.ts'
import type { Watch } from './platform-health.ts'
import { type UnsentRow, unsentRows } from './unsent-rows.ts'

export interface Unsent {
  /** Undefined until list and first sights are there. */
  readonly rows: readonly UnsentRow[] | undefined
  readonly watch: Watch
  readonly windows: DeliveryWindows
  /** The minute for which the time left holds. */
  readonly now: number
}

const nobody: ReadonlyMap<string, Lead> = new Map()

/** Undelivered events with the time they have left; first sights cost no call of the shared budget. */
export function useUnsentRows(list: View<UnsentConversion[]>, leads = nobody): Unsent {
  const { data: seen, failure } = useUnsentSeen(list.asOf)
  const windows = useWindows()
  const now = useServerNow(60_000)
  const rows = useMemo(() => {
    // Without the first sights a list is still a list.
    if (list.data === undefined || (seen === undefined && failure === null)) return undefined
    return unsentRows(list.data, { seen: new Map(seen?.seen), leads, windows, now })
  }, [list.data, seen, failure, leads, windows, now])
  const watch = { watchingSince: seen?.watchingSince ?? null, delivered: seen?.delivered ?? [] }
  return { rows, watch, windows, now }
}

/** The windows of this workspace; the standard ones while its own cannot be read. */
export function useWindows(): DeliveryWindows {
  return useSettings().data?.windows ?? standardWindows
}
