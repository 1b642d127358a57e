import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { phoneCore, sameEmail, samePhone } from './lead-matches.ts'

describe('a phone', () => {
  it('is the same number in every form it is stored in', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^8[0-9]{8,10}$/), fc.constantFrom(' ', '-', '.', ''), (digits, gap) => {
        const spaced = `${digits.slice(0, 3)}${gap}${digits.slice(3, 7)}${gap}${digits.slice(7)}`
        for (const before of ['0', '62', '+62', '+62 ', '0062', '+62 0', '']) {
          expect(phoneCore(before + spaced)).toBe(digits)
        }
      }),
    )
  })

  it('that is too short to tell is none', () => {
    expect(phoneCore('0812 345')).toBe('')
    expect(phoneCore('')).toBe('')
  })
})

describe('matches', () => {
  it('are the very same number or address only, although a search finds parts', () => {
    const same = buildLead({ id: 'same', phone: '0812-3456-7890', email: ' Budi@Example.com ' })
    const longer = buildLead({ id: 'longer', phone: '+6281234567890123', email: 'xbudi@example.com' })
    expect(samePhone([same, longer], '81234567890')).toEqual([{ lead: same, why: 'phone' }])
    expect(sameEmail([same, longer], 'budi@example.com')).toEqual([{ lead: same, why: 'email' }])
  })
})
