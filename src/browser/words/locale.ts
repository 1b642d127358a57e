import { baseLocale, isLocale, locales, overwriteGetLocale } from './compiled/runtime.js'

export type Locale = (typeof locales)[number]
export { locales }

let current: Locale = baseLocale
overwriteGetLocale(() => current)

/** The language every message and number is written in. */
export function currentLocale(): Locale {
  return current
}

/** Switches the language. What is drawn already stays: the shell draws itself anew. */
export function switchLocale(locale: Locale): void {
  current = locale
}

/** The nearest language we have for a BCP 47 tag; null where there is none. */
export function nearestLocale(tag: string | null | undefined): Locale | null {
  const language = tag?.toLowerCase().split(/[-_]/)[0]
  // Old systems say `in` for Indonesian.
  const known = language === 'in' ? 'id' : language
  return isLocale(known) ? known : null
}
