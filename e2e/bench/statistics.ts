/** The middle value; NaN for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that `share` (0 to 1) of the values do not exceed, by nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** A number with as many decimals as its size deserves. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–'
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
