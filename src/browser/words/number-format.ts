import type { Locale } from './locale.ts'

/** Numbers in one language. Every function gives '' for a number that is not known: missing is never zero. */
export interface NumberFormat {
  count(value: number | null | undefined): string
  /** A share from 0 to 1, with one decimal unless told otherwise. */
  percent(share: number | null | undefined, decimals?: number): string
  /** The whole amount, as a table shows it. */
  money(value: number | null | undefined): string
  /** Shortened for a figure: Rp 482,6 jt, Rp 482.6 mn. */
  moneyShort(value: number | null | undefined): string
}

/** Written out because CLDR's English "M" for million is read as milyar in Indonesia. */
const magnitudes: Readonly<Record<Locale, readonly (readonly [number, string])[]>> = {
  en: [
    [1e12, 'tn'],
    [1e9, 'bn'],
    [1e6, 'mn'],
  ],
  id: [
    [1e12, 'T'],
    [1e9, 'M'],
    [1e6, 'jt'],
  ],
}

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', id: 'id-ID' }
const noBreakSpace = '\u00a0'

/** `currency` is ISO 4217; without one, money is a bare number. */
export function createNumberFormat(locale: Locale, currency: string | null): NumberFormat {
  const tag = tags[locale]
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 })
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  const symbol = currencySymbol(tag, currency)
  const amount = new Intl.NumberFormat(tag, {
    maximumFractionDigits: fractionDigits(tag, currency),
  })
  const withSymbol = (text: string) => (symbol === '' ? text : `${symbol}${noBreakSpace}${text}`)
  const money = (value: number | null | undefined) => (value == null ? '' : withSymbol(amount.format(value)))

  return {
    count: (value) => (value == null ? '' : whole.format(value)),
    percent: (share, decimals = 1) => {
      if (share == null || !Number.isFinite(share)) return ''
      // A column of rates lines up: 9.0 beside 18.6. Nothing and all need no decimals.
      const least = share === 0 || share === 1 ? 0 : Math.min(decimals, 1)
      const format = new Intl.NumberFormat(tag, { minimumFractionDigits: least, maximumFractionDigits: decimals })
      return `${format.format(share * 100)}%`
    },
    money,
    moneyShort: (value) => {
      if (value == null) return ''
      // 999,950 rounds to 1,000.0 thousand: compare what would be shown, not what is stored.
      const [size, word] =
        magnitudes[locale].find(([limit]) => Math.abs(value) >= limit - limit / 2e4) ?? ([0, ''] as const)
      return size === 0 ? money(value) : withSymbol(`${tenths.format(value / size)}${noBreakSpace}${word}`)
    },
  }
}

function currencySymbol(tag: string, currency: string | null): string {
  if (currency === null) return ''
  if (currency === 'IDR') return 'Rp'
  try {
    const parts = new Intl.NumberFormat(tag, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    })
    return parts.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency
  } catch {
    return currency
  }
}

/** Rupiah are traded whole, whatever CLDR says of sen. */
function fractionDigits(tag: string, currency: string | null): number {
  if (currency === null || currency === 'IDR') return 0
  try {
    return (
      new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
      }).resolvedOptions().maximumFractionDigits ?? 0
    )
  } catch {
    return 0
  }
}
