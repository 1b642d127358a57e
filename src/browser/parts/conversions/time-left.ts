export const hourMs = 3_600_000

/** Less than this is soon; of a short window, less than its half. */
const soonMs = 72 * hourMs

/**
 * How long an event can still be delivered. Nobody tells when it happened, only by when at the latest: so the time left is at
 * most this long, and once that is over it may be too late already.
 */
export type TimeLeft =
  | { readonly kind: 'left'; readonly ms: number; readonly isSoon: boolean }
  | { readonly kind: 'late'; readonly sinceMs: number }
  /** The platform has no window that is known here. */
  | { readonly kind: 'open' }
  /** Nothing tells when it happened. */
  | { readonly kind: 'unknown' }

/** `happenedBy`: epoch milliseconds of the latest moment at which the event can have happened; `windowHours` of its platform. */
export function timeLeft(happenedBy: number | null, windowHours: number | null, now: number): TimeLeft {
  if (windowHours === null) return { kind: 'open' }
  if (happenedBy === null) return { kind: 'unknown' }
  const windowMs = windowHours * hourMs
  const ms = happenedBy + windowMs - now
  if (ms <= 0) return { kind: 'late', sinceMs: now - happenedBy - windowMs }
  // A clock that runs ahead gives no event more time than its window.
  return { kind: 'left', ms: Math.min(ms, windowMs), isSoon: ms < Math.min(soonMs, windowMs / 2) }
}

/** The latest moment of an event: the earliest of what is known to lie after it. Nothing known is null. */
export function happenedBy(moments: readonly (number | null)[]): number | null {
  const known = moments.filter((at) => at !== null && Number.isFinite(at)) as number[]
  return known.length === 0 ? null : Math.min(...known)
}

/** Days and hours of a span, rounded up: "at most" has to hold. From three days on, hours say nothing. */
export function spanParts(ms: number): { readonly days: number; readonly hours: number } {
  const hours = Math.max(1, Math.ceil(ms / hourMs))
  if (hours >= 72) return { days: Math.ceil(hours / 24), hours: 0 }
  return { days: Math.floor(hours / 24), hours: hours % 24 }
}

/** An instant of the wire as epoch milliseconds; null for what is none. */
export function instantMs(text: string | null | undefined): number | null {
  const at = text == null ? Number.NaN : Date.parse(text)
  return Number.isFinite(at) ? at : null
}
