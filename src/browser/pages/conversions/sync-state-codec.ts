import { unsentStates } from '#contract/vocabularies.ts'
import { decodeChoice, encodeChoice, unknownParts } from '#parts/address-choice.ts'
import type { Decoded } from '#parts/period/period-codec.ts'

export const stateChoices = ['all', ...unsentStates] as const
export type StateChoice = (typeof stateChoices)[number]

/** Reads `?state=failed`. Nonsense shows all, and is named. */
export function decodeState(search: URLSearchParams): Decoded<StateChoice> {
  const { value, ignored } = decodeChoice(search, 'state', stateChoices, 'all')
  return { value, ignored: [...ignored, ...unknownParts(search, ['state'])] }
}

/** Writes the state over an address, its period kept. */
export function encodeState(state: StateChoice, search: URLSearchParams): URLSearchParams {
  return encodeChoice(search, 'state', state, 'all')
}
