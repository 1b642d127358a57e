/** A number that may be unknown. Missing is never zero. */
export type Known = number | null

/** A count as the wire gives it: a whole or broken number from zero up; anything else is unknown. */
export function knownCount(value: number | null | undefined): Known {
  return value != null && Number.isFinite(value) && value >= 0 ? value : null
}

/** A sum is known only where every part is. */
export function knownSum(values: readonly Known[]): Known {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0)
}

/** A share is known only where both parts are, and the whole is not empty. */
export function knownShare(part: Known, whole: Known): Known {
  return part === null || whole === null || whole <= 0 ? null : part / whole
}
