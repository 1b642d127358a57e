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

export function timeframeOfLetter(letter: string): Timeframe | undefined {
  return timeframes.find((timeframe) => periodLetters[timeframe] === letter.toLowerCase())
}
