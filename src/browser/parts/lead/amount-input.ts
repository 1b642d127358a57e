import type { Locale } from '#words/locale.ts'

/**
 * Reads an amount as people in Indonesia write one: '12.500.000', '12,500,000', '12500000', 'Rp 12.500.000', '1,5'.
 * null for nothing, 'invalid' for what is no amount. The language does not matter: people paste from everywhere.
 *
 * Two kinds of separator: the last kind is the decimal one. One kind, several times: thousands. One separator with
 * exactly three digits after one to three digits that are not 0 ('1.500'): thousands, because amounts here are whole
 * far more often than they have three decimals. Any other single separator ('1.5', '0,125') is the decimal one.
 */
export function parseAmount(typed: string): number | null | 'invalid' {
  const text = typed.replace(/\s/g, '').replace(/^(rp\.?|idr)/i, '')
  if (text === '') return typed.trim() === '' ? null : 'invalid'
  if (!/^\d[\d.,]*$/.test(text) || /[.,]$/.test(text)) return 'invalid'
  const [whole = '', fraction] = split(text)
  if (!/^(\d+|\d{1,3}([.]\d{3})+|\d{1,3}([,]\d{3})+)$/.test(whole)) return 'invalid'
  const value = Number(`${whole.replace(/[.,]/g, '')}.${fraction ?? '0'}`)
  return Number.isFinite(value) ? value : 'invalid'
}

/** The whole part, and the decimals where there are any. */
function split(text: string): readonly [string, string?] {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last < 0) return [text]
  const separators = text.replace(/\d/g, '')
  const isOneKind = new Set(separators).size === 1
  const isThousands = separators.length > 1 ? isOneKind : /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)
  return isThousands ? [text] : [text.slice(0, last), text.slice(last + 1)]
}

/** An amount as the form shows it, grouped in the person's language; what `parseAmount` reads back is the same number. */
export function amountText(value: number | null | undefined, locale: Locale): string {
  if (value == null || !Number.isFinite(value)) return ''
  const [whole = '0', fraction] = value.toLocaleString('en-US', { maximumFractionDigits: 20 }).split('.')
  const [thousands, decimal] = locale === 'id' ? ['.', ','] : [',', '.']
  const grouped = whole.replaceAll(',', thousands)
  if (fraction === undefined) return grouped
  // 1.125 would be read as thousands: a fourth decimal says that it is not.
  return `${grouped}${decimal}${fraction.length === 3 ? `${fraction}0` : fraction}`
}
