import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPhone, phoneDigits } from './phone-format.ts'

describe('phones', () => {
  it.each([
    '081234567890',
    '6281234567890',
    '+6281234567890',
    '+62 812-3456-7890',
    '0812 3456 7890',
    '0062 812 3456 7890',
  ])('stored as %s are one number', (phone) => {
    expect(phoneDigits(phone)).toBe('6281234567890')
    expect(formatPhone(phone)).toBe('0812-3456-7890')
  })

  it('of other countries, and odd ones, stay as given', () => {
    for (const phone of ['+6591234567', '+1 (415) 555-2671', '12', 'ask Budi', '(021) 555 1234']) {
      expect(formatPhone(phone)).toBe(phone)
    }
    expect(formatPhone(null)).toBe('')
    expect(phoneDigits(undefined)).toBe('')
  })

  it('keep every digit when they are written for reading', () => {
    const mobiles = fc.stringMatching(/^08[0-9]{8,11}$/)
    fc.assert(
      fc.property(mobiles, (phone) => {
        expect(phoneDigits(formatPhone(phone))).toBe(phoneDigits(phone))
      }),
    )
  })
})
