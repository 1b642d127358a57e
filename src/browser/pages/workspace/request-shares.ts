import type { RequestsThisMinute } from '#contract/traffic.ts'

export interface RequestShares {
  readonly ours: number
  readonly others: number
  readonly left: number
  /** True once the minute that was told of is over: what this one has seen, nobody has told yet. */
  readonly isOver: boolean
}

/** Who has used how much of a minute's requests. `now` in epoch milliseconds. */
export function requestShares({ limit, remaining, ours, endsAt }: RequestsThisMinute, now: number): RequestShares {
  if (now >= endsAt) return { ours: 0, others: 0, left: limit, isOver: true }
  const left = Math.min(limit, remaining)
  const used = limit - left
  // A call whose answer is still out may not be counted by Konektor yet.
  const own = Math.min(ours, used)
  return { ours: own, others: used - own, left, isOver: false }
}
