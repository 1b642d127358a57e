import type { Locale } from '#words/locale.ts'
import type { NumberFormat } from '#words/number-format.ts'
import { amountText, parseAmount } from './amount-input.ts'

/**
 * What an amount is read as, to the last decimal, where that is not plain to see: "2,5" is 2.5 and no million, "1.500" is
 * fifteen hundred. null where the field shows it already, and where there is no amount.
 */
export function amountEcho(typed: string, locale: Locale, numbers: NumberFormat): string | null {
  const value = parseAmount(typed)
  if (typeof value !== 'number' || value > Number.MAX_SAFE_INTEGER) return null
  const isPlain = Number.isInteger(value) && typed.trim() === amountText(value, locale)
  return isPlain ? null : `= ${exactMoney(value, locale, numbers)}`
}

/** To the last decimal: rupiah are shown whole in lists, but where an amount is typed nothing may be rounded away. */
export function exactMoney(value: number, locale: Locale, numbers: NumberFormat): string {
  if (Number.isInteger(value)) return numbers.money(value)
  const whole = Math.floor(value)
  const [, fraction] = value.toLocaleString('en-US', { maximumFractionDigits: 20 }).split('.')
  const decimals = fraction === undefined ? '' : `${locale === 'id' ? ',' : '.'}${fraction}`
  return `${numbers.money(whole)}${decimals}`
}
