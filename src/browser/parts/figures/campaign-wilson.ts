/** The two-sided 95 % point of the normal distribution. */
export const z95 = 1.959963984540054

/** The range in which a rate lies with 95 % confidence, 0 to 1. */
export interface RateRange {
  readonly rate: number
  readonly low: number
  readonly high: number
}

/**
 * Wilson's score interval without continuity correction (E. B. Wilson 1927): honest for few leads and for rates near 0,
 * where the usual interval is not. null where the parts are no proportion.
 */
export function wilsonRange(won: number | null, leads: number | null): RateRange | null {
  if (won === null || leads === null || leads <= 0 || won < 0 || won > leads) return null
  const rate = won / leads
  const spread = (z95 * z95) / leads
  const middle = (rate + spread / 2) / (1 + spread)
  const half = Math.sqrt(spread * (rate * (1 - rate) + spread / 4)) / (1 + spread)
  return { rate, low: Math.max(0, Math.min(rate, middle - half)), high: Math.min(1, Math.max(rate, middle + half)) }
}
