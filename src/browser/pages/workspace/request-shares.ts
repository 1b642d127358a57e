import type { RequestsThisMinute } from '#contract/traffic.ts'

export interface RequestShares {
  readonly ours: number
  readonly others: number
  readonly left: number
}

/** Who has used how much of a minute's requests; null once it is over: of this one, nobody has told yet. `now` in epoch milliseconds. */
export function requestShares(
  { limit, remaining, ours, endsAt }: RequestsThisMinute,
  now: number,
): RequestShares | null {
  if (now >= endsAt) return null
  const left = Math.min(limit, remaining)
  const used = limit - left
  // A call whose answer is still out may not be counted by Konektor yet.
  const own = Math.min(ours, used)
  return { ours: own, others: used - own, left }
}
