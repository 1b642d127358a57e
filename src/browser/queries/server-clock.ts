/** A `Date` header counts whole seconds and an answer takes its time: less than this is no difference, in milliseconds. */
const noiseMs = 2000

/** Milliseconds that the server's clock is ahead of this browser's; 0 until something has told. */
let aheadMs = 0
const listeners = new Set<() => void>()

/** A clock that is off by more is no clock, milliseconds. */
const mostMs = 3 * 24 * 60 * 60_000

export interface HeardClock {
  /** The `Date` header. */
  readonly date: string | null
  /** Epoch milliseconds of this browser at which the headers came, and how long they took. */
  readonly heardAt: number
  readonly tookMs: number
}

/** Notes what a `Date` header says of the server's clock. One that was long on its way says nothing. */
export function noteServerTime({ date, heardAt, tookMs }: HeardClock): void {
  const told = Date.parse(date ?? '')
  if (!Number.isFinite(told) || tookMs < 0 || tookMs > noiseMs) return
  // In the middle of the second that the header names.
  const ahead = told + 500 - heardAt
  if (Math.abs(ahead - aheadMs) > noiseMs) setServerAhead(Math.abs(ahead) > noiseMs ? ahead : 0)
}

/** How far the server's clock is ahead, in milliseconds: kept from one visit to the next, so that the first questions are right. */
export function serverAheadMs(): number {
  return aheadMs
}

export function setServerAhead(ms: number): void {
  const sound = Math.abs(ms) <= mostMs ? ms : 0
  if (sound === aheadMs) return
  aheadMs = sound
  for (const listener of listeners) listener()
}

/** Listens for a difference that was not known before; gives the way to listen no more. */
export function onServerClock(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Now by the server's clock, in epoch milliseconds: two browsers agree on the day and the quarter hour, whatever their own clocks say. */
export function serverNow(): number {
  return Date.now() + aheadMs
}
