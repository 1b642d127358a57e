import { defaultEvents } from '#contract/default-events.ts'
import type { UnsentSeen } from '#contract/unsent-seen.ts'
import { hourMs, instantMs } from './time-left.ts'
import type { UnsentRow } from './unsent-rows.ts'

/** An event that waits longer than this is worth a word. */
export const longWaitMs = hourMs
/** Attempts older than this tell nothing of how a platform is now. */
export const presentMs = 24 * hourMs
/** Fewer failures than this happen to any platform. */
const failuresOfAlarm = 3
/** A platform that takes nothing fails as often as it delivered before. At this share of it, it still takes most. */
const shareOfBreakdown = 0.4

/** How a platform's events fare, from the list and from what was seen; each with epoch milliseconds. */
export type PlatformHealth =
  /** Events fail, and since the first of them none was seen to arrive. */
  | { readonly kind: 'failing'; readonly since: number; readonly count: number; readonly isAlarm: boolean }
  /** The oldest event has been waiting so long, at least. `isAlarm`: and nothing was seen to arrive meanwhile. */
  | { readonly kind: 'waiting'; readonly since: number; readonly count: number; readonly isAlarm: boolean }
  /** Some have failed, others arrive. */
  | { readonly kind: 'some-failed'; readonly count: number }
  /** Of some a part has arrived, and nothing failed as a whole. */
  | { readonly kind: 'some-partly'; readonly count: number }
  /** Some wait, none of them long. */
  | { readonly kind: 'fresh'; readonly count: number }
  /** Something was seen to arrive, and nothing waits or fails. */
  | { readonly kind: 'healthy' }
  | { readonly kind: 'nothing-waiting' }
  /** Nothing is sent there by default, and no event waits. */
  | { readonly kind: 'no-data' }

export interface Watch {
  readonly watchingSince: number | null
  readonly delivered: UnsentSeen['delivered']
}

/** What a count of delivered events told. */
export interface Counted {
  readonly delivered: number
  /** Delivered events an hour of the counted period; null where its length is not known. */
  readonly perHour: number | null
}

/** When an event of the platform was last seen to arrive; null where none was. */
export function lastDelivery({ delivered }: Watch, platform: string): number | null {
  return delivered.find(([name]) => name === platform)?.[1] ?? null
}

export function platformHealth(
  platform: string,
  rows: readonly UnsentRow[],
  watch: Watch,
  /** Null where nobody has counted. */
  counted: Counted | null,
  now: number,
): PlatformHealth {
  const arrived = latest([lastDelivery(watch, platform), ...rows.map(partlyArrived)])
  const failed = rows.filter(({ event }) => event.conversionSyncStatus === 'failed')
  const present = failed.filter((row) => now - (lastAttempt(row) ?? now) <= presentMs)
  const unanswered = present.filter((row) => (row.happenedBy ?? 0) > (arrived ?? 0))
  // What arrived before anybody watched was not seen: one failure among it is no failing platform.
  const watched = unanswered.filter((row) => (row.happenedBy ?? 0) >= (watch.watchingSince ?? now))
  const isAlarm = watched.length >= failuresOfAlarm
  const since = earliest(isAlarm ? watched : unanswered)
  // What is delivered at once never stands in a list: a count may know of it.
  const expected = ((counted?.perHour ?? 0) * (now - (earliest(unanswered) ?? now))) / hourMs
  const takesMost = unanswered.length < expected * shareOfBreakdown
  if (since !== null && !takesMost && (unanswered.length >= failuresOfAlarm || watched.length > 0)) {
    return { kind: 'failing', since, count: isAlarm ? watched.length : unanswered.length, isAlarm }
  }
  const waiting = rows.filter(({ event }) => event.conversionSyncStatus === 'pending')
  const oldest = earliest(waiting)
  if (oldest !== null && now - oldest > longWaitMs) {
    // What was not watched was not seen to stand still.
    const watchedSince = Math.max(arrived ?? 0, watch.watchingSince ?? now)
    const isAlarm = now - watchedSince > longWaitMs
    return { kind: 'waiting', since: oldest, count: waiting.length, isAlarm }
  }
  if (failed.length > 0) return { kind: 'some-failed', count: failed.length }
  const partly = rows.filter(({ event }) => event.conversionSyncStatus === 'partial')
  if (partly.length > 0) return { kind: 'some-partly', count: partly.length }
  if (waiting.length > 0) return { kind: 'fresh', count: waiting.length }
  if (arrived !== null || (counted?.delivered ?? 0) > 0) return { kind: 'healthy' }
  return sends(platform) || rows.length > 0 ? { kind: 'nothing-waiting' } : { kind: 'no-data' }
}

/** An event of which some took a part has arrived there, at its last attempt. */
function partlyArrived(row: UnsentRow): number | null {
  return row.event.conversionSyncStatus === 'partial' ? lastAttempt(row) : null
}

function latest(moments: readonly (number | null)[]): number | null {
  return moments.reduce((newest, at) => (newest === null || (at !== null && at > newest) ? at : newest), null)
}

function lastAttempt({ event }: UnsentRow): number | null {
  return instantMs(event.lastConversionSyncAt)
}

function earliest(rows: readonly UnsentRow[]): number | null {
  const moments = rows.flatMap((row) => row.happenedBy ?? [])
  return moments.length === 0 ? null : Math.min(...moments)
}

function sends(platform: string): boolean {
  return Object.hasOwn(defaultEvents.new, platform)
}
