import { platformKey } from '#contract/platform-key.ts'
import { platformHealth, presentMs, type Watch } from './platform-health.ts'
import { instantMs } from './time-left.ts'
import type { UnsentRow } from './unsent-rows.ts'

/** Tells the events by which a platform is failing now: those that its alarm counts, and a group of failures of their own. */
export function failingNow(rows: readonly UnsentRow[], watch: Watch, now: number): (row: UnsentRow) => boolean {
  const byPlatform = new Map<string, UnsentRow[]>()
  for (const row of rows) {
    const own = byPlatform.get(platformKey(row.event.adPlatform))
    if (own === undefined) byPlatform.set(platformKey(row.event.adPlatform), [row])
    else own.push(row)
  }
  const since = new Map<string, number>()
  for (const [platform, own] of byPlatform) {
    const health = platformHealth(platform, own, watch, null, now)
    if (health.kind === 'failing') since.set(platform, health.since)
  }
  return (row) => {
    const { conversionSyncStatus, lastConversionSyncAt } = row.event
    const isPresent = now - (instantMs(lastConversionSyncAt) ?? now) <= presentMs
    const begin = since.get(platformKey(row.event.adPlatform)) ?? Number.POSITIVE_INFINITY
    return conversionSyncStatus === 'failed' && isPresent && (row.happenedBy ?? 0) >= begin
  }
}
