import { decodeChoice, encodeChoice } from '../address-choice.ts'
import type { Decoded } from './period-codec.ts'

export const compareParameter = 'compare'

/** Reads `?compare=on`: whether the earlier period stands beside the present one. Each page has its own usual answer. */
export function decodeCompare(search: URLSearchParams, usual: boolean): Decoded<boolean> {
  const { value, ignored } = decodeChoice(search, compareParameter, ['on', 'off'], word(usual))
  return { value: value === 'on', ignored }
}

export function encodeCompare(isOn: boolean, search: URLSearchParams, usual: boolean): URLSearchParams {
  return encodeChoice(search, compareParameter, word(isOn), word(usual))
}

function word(isOn: boolean): 'on' | 'off' {
  return isOn ? 'on' : 'off'
}
