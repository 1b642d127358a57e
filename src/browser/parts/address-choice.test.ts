import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeChoice, encodeChoice, unknownParts } from './address-choice.ts'

const choices = ['now', 'reached'] as const

describe('a choice in an address', () => {
  it('comes back as it was written, whatever else the address holds', () => {
    const pairs = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 })
    fc.assert(
      fc.property(fc.constantFrom(...choices), pairs, (choice, others) => {
        const search = encodeChoice(new URLSearchParams(others), 'mode', choice, 'reached')
        expect(decodeChoice(search, 'mode', choices, 'reached')).toEqual({ value: choice, ignored: [] })
        expect(search.has('mode')).toBe(choice !== 'reached')
      }),
    )
  })

  it('falls back on nonsense and names it, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !choices.some((choice) => choice === text)),
        (text) => {
          const read = decodeChoice(new URLSearchParams({ mode: text }), 'mode', choices, 'reached')
          expect(read).toEqual({ value: 'reached', ignored: [`mode=${text}`] })
        },
      ),
    )
  })
})

it('names the parts that a page does not know', () => {
  expect(unknownParts(new URLSearchParams('mode=now&period=today&colour=red'), ['mode'])).toEqual(['colour=red'])
})
