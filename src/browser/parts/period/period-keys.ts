import { type Timeframe, timeframes } from '#contract/vocabularies.ts'

/** One letter a preset, in the order of the presets. Those of a lead (W, A, …) are silent where a lead is not open. */
export const periodLetters: Readonly<Record<Timeframe, string>> = {
  today: 'd',
  last_7_days: 's',
  last_30_days: 't',
  current_week: 'w',
  current_month: 'm',
  all_time: 'a',
}
export const customLetter = 'c'

export type LetterKey = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Ctrl or Command with a letter is the browser's: printing, saving, selecting all. */
export function timeframeOfKey({ key, ctrlKey, metaKey, altKey }: LetterKey): Timeframe | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  return timeframes.find((timeframe) => periodLetters[timeframe] === key.toLowerCase())
}
