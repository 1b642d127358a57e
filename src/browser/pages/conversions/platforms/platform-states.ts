import { platformKey } from '#contract/platform-key.ts'
import { adPlatforms } from '#contract/vocabularies.ts'
import { type Counted, type PlatformHealth, platformHealth, type Watch } from '#parts/conversions/platform-health.ts'
import type { UnsentRow } from '#parts/conversions/unsent-rows.ts'

export interface PlatformState {
  /** As the list begins it, '' for none. */
  readonly platform: string
  readonly health: PlatformHealth
  readonly unsent: number
}

/** Shown also where none of its events waits. */
const always: readonly string[] = adPlatforms.filter((platform) => platform !== 'other')

/** Every platform worth a card: the known ones in their order, then those that only the list names. */
export function platformStates(
  rows: readonly UnsentRow[],
  watch: Watch,
  /** What was counted of the platform that was opened. */
  opened: { readonly platform: string | null; readonly counted: Counted | null },
  now: number,
): readonly PlatformState[] {
  const byPlatform = new Map<string, UnsentRow[]>(always.map((platform) => [platform, []]))
  for (const row of rows) {
    const platform = platformKey(row.event.adPlatform)
    const own = byPlatform.get(platform)
    if (own === undefined) byPlatform.set(platform, [row])
    else own.push(row)
  }
  return [...byPlatform].map(([platform, own]) => ({
    platform,
    unsent: own.length,
    health: platformHealth(platform, own, watch, platform === opened.platform ? opened.counted : null, now),
  }))
}
