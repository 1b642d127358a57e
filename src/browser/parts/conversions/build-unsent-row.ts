import type { UnsentConversion } from '#contract/analytics.ts'
import { standardWindows } from '#contract/delivery-windows.ts'
import type { Lead } from '#contract/lead.ts'
import { type UnsentRow, unsentRows } from './unsent-rows.ts'

/** A row for tests: a failed event on Meta, first seen at `at`, looked at at `now`. */
export function buildUnsentRow(
  event: Partial<UnsentConversion>,
  at: number | null,
  now: number,
  lead?: Lead,
): UnsentRow {
  const whole = { leadId: 'a', status: 'won', adPlatform: 'meta', conversionSyncStatus: 'failed', ...event }
  const [row] = unsentRows([whole], {
    seen: new Map(at === null ? [] : [[whole.leadId, at]]),
    leads: new Map(lead === undefined ? [] : [[whole.leadId, lead]]),
    windows: standardWindows,
    now,
  })
  if (row === undefined) throw new Error('One event gave no row')
  return row
}
