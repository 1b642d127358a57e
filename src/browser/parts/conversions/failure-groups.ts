import { platformKey } from '#contract/platform-key.ts'
import { instantMs } from './time-left.ts'
import type { UnsentRow } from './unsent-rows.ts'

/** Failures of one platform that lie further apart than this began for reasons of their own. */
const apartMs = 24 * 3_600_000

/** Failed events of one platform that began together: what one ticket is about. */
export interface FailureGroup {
  /** A lead of it, which no other group holds: tells it apart, in an address too, whatever else is learned of its rows. */
  readonly id: string
  /** As the list begins it, '' for none. */
  readonly platform: string
  readonly rows: readonly UnsentRow[]
  /** Since when it has been failing, epoch milliseconds; null where nothing tells. */
  readonly since: number | null
  /** The newest attempt; null where nobody tells. */
  readonly lastAttempt: number | null
  /** True where it is what its platform is failing by now. */
  readonly isFailingNow: boolean
}

/**
 * Failed and partly delivered events by platform and since-when, the newest trouble first. Every such row is in one group; what
 * a platform is failing by now is one of its own, told as its alarm tells it.
 */
export function failureGroups(
  rows: readonly UnsentRow[],
  isNow: (row: UnsentRow) => boolean = () => false,
): FailureGroup[] {
  const byPlatform = new Map<string, UnsentRow[]>()
  for (const row of rows) {
    if (!isFailure(row)) continue
    const platform = platformKey(row.event.adPlatform)
    const own = byPlatform.get(platform)
    if (own === undefined) byPlatform.set(platform, [row])
    else own.push(row)
  }
  const groups = [...byPlatform].flatMap(([platform, failed]) => [
    ...split(failed.filter(isNow), Number.POSITIVE_INFINITY).map((part) => toGroup(platform, part, true)),
    ...split(failed.filter((row) => !isNow(row))).map((part) => toGroup(platform, part, false)),
  ])
  return groups.sort((a, b) => (b.since ?? Number.MAX_VALUE) - (a.since ?? Number.MAX_VALUE))
}

function isFailure({ event }: UnsentRow): boolean {
  return event.conversionSyncStatus === 'failed' || event.conversionSyncStatus === 'partial'
}

/** Cuts where more than a day, or `cutMs`, lies between two of them; what nobody can date stays together. */
function split(rows: readonly UnsentRow[], cutMs = apartMs): UnsentRow[][] {
  const dated = rows.filter((row) => row.happenedBy !== null).sort((a, b) => (a.happenedBy ?? 0) - (b.happenedBy ?? 0))
  const undated = rows.filter((row) => row.happenedBy === null)
  const parts: UnsentRow[][] = []
  for (const row of dated) {
    const part = parts.at(-1)
    const before = part?.at(-1)?.happenedBy
    if (part !== undefined && before != null && (row.happenedBy ?? 0) - before <= cutMs) part.push(row)
    else parts.push([row])
  }
  return undated.length === 0 ? parts : [...parts, undated]
}

function toGroup(platform: string, rows: readonly UnsentRow[], isFailingNow: boolean): FailureGroup {
  const since = rows[0]?.happenedBy ?? null
  const attempts = rows.flatMap(({ event }) => instantMs(event.lastConversionSyncAt) ?? [])
  return {
    id: rows[0]?.event.leadId ?? '',
    platform,
    rows,
    since,
    lastAttempt: attempts.length === 0 ? null : Math.max(...attempts),
    isFailingNow,
  }
}

/** True where a part of some of its events has arrived: those were not refused. */
export function hasPartly({ rows }: Pick<FailureGroup, 'rows'>): boolean {
  return rows.some(({ event }) => event.conversionSyncStatus === 'partial')
}
