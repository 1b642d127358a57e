import type { UnsentRow } from '#parts/conversions/unsent-rows.ts'
import type { StateChoice } from '../conversions-view-codec.ts'

/** The rows of a chosen state. */
export function rowsOf(rows: readonly UnsentRow[], state: StateChoice): readonly UnsentRow[] {
  return state === 'all' ? rows : rows.filter(({ event }) => event.conversionSyncStatus === state)
}
