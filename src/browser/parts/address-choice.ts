import type { Decoded } from './period/period-codec.ts'

/** Reads one choice of an address. What is no choice gives the fallback, and is named. */
export function decodeChoice<T extends string>(
  search: URLSearchParams,
  name: string,
  choices: readonly T[],
  fallback: T,
): Decoded<T> {
  const text = search.get(name)
  if (text === null) return { value: fallback, ignored: [] }
  const value = choices.find((choice) => choice === text)
  return value === undefined ? { value: fallback, ignored: [`${name}=${text}`] } : { value, ignored: [] }
}

/** Writes one choice over an address; the fallback is left out, so that equal views have equal addresses. */
export function encodeChoice(search: URLSearchParams, name: string, value: string, fallback: string): URLSearchParams {
  const next = new URLSearchParams(search)
  if (value === fallback) next.delete(name)
  else next.set(name, value)
  return next
}

/** The parts of an address that a page has no use for; the period belongs to every page that asks. */
export function unknownParts(search: URLSearchParams, known: readonly string[]): readonly string[] {
  const all = [...known, 'period', 'from', 'to']
  return [...search].flatMap(([name, value]) => (all.includes(name) ? [] : [`${name}=${value}`]))
}
