/** Milliseconds. */
const baseMs = 1_000
const capMs = 30_000

/**
 * How long to wait before the try after `failures` of them in a row: anything up to a bound that doubles, so that browsers do
 * not come back together.
 */
export function fullJitter(failures: number, random: () => number): number {
  return random() * Math.min(capMs, baseMs * 2 ** Math.max(0, failures - 1))
}
