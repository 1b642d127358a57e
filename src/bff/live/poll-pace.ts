/** Milliseconds from one look at the upstream to the next, while somebody is there and while nobody is (safety S27). */
export const lookEveryMs = { active: 8000, idle: 30_000 } as const
/** Of the calls a minute, at most so much goes into looking: every 10 s on the smallest plan. */
const share = 0.1
/** Failures stretch it no further, in milliseconds: who waits for the upstream to come back should soon see that it has. */
const longestByFailures = 60_000

/** `failures`: looks in a row that failed; each doubles the time to the next. */
export function pollEveryMs(limit: number, isActive: boolean, failures = 0): number {
  const everyMs = Math.max(isActive ? lookEveryMs.active : lookEveryMs.idle, 60_000 / (limit * share))
  return Math.max(everyMs, Math.min(longestByFailures, everyMs * 2 ** failures))
}
