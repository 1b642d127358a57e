import type { NumberFormat } from '#words/number-format.ts'
import type { Bounds } from '../funnel/funnel-steps.ts'

/** What a number that is not known looks like. */
export const unknownText = '–'

export function knownText(text: string): string {
  return text === '' ? unknownText : text
}

/** "50–67%": one sign for both; one number where both would read the same. */
export function percentRange(bounds: Bounds | null, numbers: NumberFormat, decimals = 0): string {
  if (bounds === null) return unknownText
  const [low, high] = [numbers.percent(bounds.low, decimals), numbers.percent(bounds.high, decimals)]
  return low === high ? high : `${low.replace('%', '')}–${high}`
}

/** "95–114": one number where both are the same. */
export function countRangeText(bounds: Bounds | null, numbers: NumberFormat): string {
  if (bounds === null) return unknownText
  const low = numbers.count(bounds.low)
  return bounds.high > bounds.low ? `${low}–${numbers.count(bounds.high)}` : low
}
