import * as z from 'zod/mini'

/**
 * What the sandbox can be told to do badly, each with what its number means and the largest one. 0: not at all; only
 * `401-after` is off where it is absent (null), for after no call at all is a fault too.
 */
export const faultKinds = {
  latency: { most: 60_000, says: 'milliseconds that every answer waits' },
  '429': { most: 10_000, says: 'so many of the next calls are refused by the limit, to be tried again after a second' },
  '500': { most: 10_000, says: 'so many of the next calls end in INTERNAL_ERROR' },
  '503': { most: 10_000, says: "so many of the next calls get a gateway's 503, which is not the API's envelope" },
  '401-after': { most: 1_000_000, says: 'calls until no key is valid any more' },
  'drop-before': { most: 1000, says: 'so many of the next writes are lost before they take place' },
  'drop-after': { most: 1000, says: 'so many of the next good writes take place and get no answer' },
  truncated: { most: 10_000, says: 'so many of the next answers are cut in their middle' },
  oversized: { most: 1000, says: 'so many of the next good answers have 8 MiB more' },
  'search-lag': { most: 3_600_000, says: 'milliseconds until a new lead stands in lists' },
  rival: { most: 1_000_000, says: 'requests a minute that another key spends' },
} as const satisfies Readonly<Record<string, { readonly most: number; readonly says: string }>>

export type FaultName = keyof typeof faultKinds
export const faultNames = Object.keys(faultKinds) as readonly FaultName[]
export type Faults = { [Name in FaultName]: number | null }

export function noFaults(): Faults {
  const off = Object.fromEntries(faultNames.map((name) => [name, 0])) as Faults
  return { ...off, '401-after': null }
}

const shape = Object.fromEntries(
  faultNames.map((name) => {
    const message = `Must be a whole number from 0 to ${faultKinds[name].most}`
    const number = z.int(message).check(z.gte(0, message), z.lte(faultKinds[name].most, message))
    return [name, z.optional(z.nullable(number))]
  }),
)
/** What a caller may set; what is not named stays as it is. */
export const faultChanges = z.strictObject(shape, { error: 'Must be an object of known faults' })

/** One of so many: counts it off, and tells whether it was due. */
export function takeOne(faults: Faults, name: FaultName): boolean {
  const left = faults[name] ?? 0
  if (left <= 0) return false
  faults[name] = left - 1
  return true
}
