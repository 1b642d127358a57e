/** Safety S25. `probeEveryMs` leaves room for a slow answer within the 15 s in which all must be well again. */
export const breakerRules = { inARow: 5, ofAtLeast: 20, share: 0.5, withinMs: 30_000, probeEveryMs: 5000 } as const
