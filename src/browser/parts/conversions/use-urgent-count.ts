import { useQuietUnsent } from '#queries/unsent-conversions.ts'
import { urgencyOf } from './unsent-rows.ts'
import { useUnsentRows } from './use-unsent.ts'

/** Both are null while nobody knows: the list is on its way, or may not be read. */
export interface UrgentCount {
  /** Events that may soon be too late: **at least** so many, because an event can be older than its first sight. */
  readonly soon: number | null
  /** Events that may be too late already, at least so many. */
  readonly late: number | null
}

/**
 * How many undelivered events are urgent, from what the list and the first sights tell. One call of the shared budget at most,
 * once the page is idle, and none where the list is known or may not be read.
 */
export function useUrgentCount(): UrgentCount {
  const { rows } = useUnsentRows(useQuietUnsent())
  return rows === undefined ? { soon: null, late: null } : urgencyOf(rows)
}
