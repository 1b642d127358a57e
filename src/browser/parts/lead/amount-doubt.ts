import type { NumberFormat } from '#words/number-format.ts'

/**
 * Why an amount of a won lead may be a slip: nothing at all, a part of a coin that nobody pays with, or less than a
 * hundredth of what was expected. null where it looks right.
 */
export function amountDoubt(
  value: number,
  estimate: number | null | undefined,
  numbers: NumberFormat,
): 'nothing' | 'odd' | null {
  if (value === 0) return 'nothing'
  // Money of a currency without cents is shown rounded.
  const isBroken = !Number.isInteger(value) && numbers.money(value) === numbers.money(Math.round(value))
  const isTiny = estimate != null && value < estimate / 100
  return isBroken || isTiny ? 'odd' : null
}
