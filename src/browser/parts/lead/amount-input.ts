import type { Locale } from '#words/locale.ts'

/** What people write behind a number, as powers of ten. A bare "m" is a million to some and a milliard to others: refused. */
const magnitudes: Readonly<Record<string, number>> = {
  rb: 3,
  ribu: 3,
  jt: 6,
  juta: 6,
  mlr: 9,
  miliar: 9,
  milyar: 9,
}

/**
 * Reads an amount as people in Indonesia write one: '12.500.000', '12,500,000', 'Rp 12.500.000,-', '1,5', '12 jt'.
 * null for nothing, 'invalid' for what is no amount. What is beyond all numbers is the largest one, which nobody accepts. The language does not matter: people paste from everywhere.
 *
 * Two kinds of separator: the last kind is the decimal one. One kind, several times: thousands. One separator with
 * exactly three digits after one to three digits that are not 0 ('1.500'): thousands, because amounts here are whole
 * far more often than they have three decimals. Any other single separator ('1.5', '0,125') is the decimal one.
 */
export function parseAmount(typed: string): number | null | 'invalid' {
  const bare = typed
    .replace(/\s/g, '')
    .replace(/^(rp\.?|idr)/i, '')
    .replace(/(?<=\d)[.,]\p{Dash}{1,2}$/u, '')
  const [, text = bare, word = ''] = /^([\d.,]*\d)([a-z]+)\.?$/i.exec(bare) ?? []
  const power = word === '' ? 0 : magnitudes[word.toLowerCase()]
  if (power === undefined) return 'invalid'
  if (text === '') return typed.trim() === '' ? null : 'invalid'
  if (!/^\d[\d.,]*$/.test(text) || /[.,]$/.test(text)) return 'invalid'
  const [whole = '', fraction] = split(text)
  if (!/^(\d+|\d{1,3}([.]\d{3})+|\d{1,3}([,]\d{3})+)$/.test(whole)) return 'invalid'
  // Shifted as text: 1.1 × 1,000,000 is no whole number to a computer.
  const value = Number(`${whole.replace(/[.,]/g, '')}.${fraction ?? '0'}e${power}`)
  return Number.isFinite(value) ? value : Number.MAX_VALUE
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
