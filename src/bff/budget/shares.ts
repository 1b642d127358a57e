/** The API's window, in milliseconds. Source: specification, "Rate Limits" (requests a minute). */
export const windowMs = 60_000
/** Calls a window until an answer has told the limit: that of the smallest plan. */
export const unknownLimit = 60

/** How a limit is shared out, each at least one call a window (safety S21). */
export interface Shares {
  readonly limit: number
  /** People's reads and writes together: the rest is for the workspace's other integrations. */
  readonly people: number
  /** Kept free for writes: a burst of reads must not hold up an edit. Nothing of a tiny limit. */
  readonly writesAlone: number
  /** Looks for news, refreshes and bulk together, at most. */
  readonly background: number
  /** Of those, kept free for looks: all browsers hear by them what they need not ask for. Nothing of a tiny limit. */
  readonly looksAlone: number
  /** What background calls that wait get before anybody else. */
  readonly backgroundFirst: number
}

export function sharesOf(limit: number): Shares {
  const part = (share: number) => Math.max(1, Math.floor(limit * share))
  return {
    limit,
    people: part(0.8),
    writesAlone: Math.floor(limit * 0.1),
    background: part(0.3),
    looksAlone: Math.floor(limit * 0.1),
    backgroundFirst: part(0.05),
  }
}
