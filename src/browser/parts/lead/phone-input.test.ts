import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '#contract/limits.ts'
import { cleanPhone, isPhone, tellingPhone } from './phone-input.ts'

describe('a pasted phone', () => {
  it.each([
    [' 0811 9090 212 ', '0811 9090 212'],
    ['+62 812-3456-7890', '+62 812-3456-7890'],
    ['0812.3456.7890', '0812.3456.7890'],
    ['wa.me/6281234567890', '6281234567890'],
    ['https://wa.me/6281234567890?text=Halo%20Kak', '6281234567890'],
    ['https://api.whatsapp.com/send?phone=%2B6281234567890&text=hi', '+6281234567890'],
    ['https://api.whatsapp.com/send/?text=hi&phone=6281234567890', '6281234567890'],
    ['whatsapp://send?phone=6281234567890', '6281234567890'],
    ['tel:+62-812-3456-7890;ext=2', '+62-812-3456-7890'],
    ['\u202a+62 812\u20113456\u20117890\u202c', '+62 812-3456-7890'],
    ['+62\u00a0812\u00a03456\u00a07890', '+62 812 3456 7890'],
    ['+62 (0)812 3456 7890', '+62 812 3456 7890'],
    ['+62  (812)  3456 - 7890 - 1', '+62812345678901'],
    ['０８１２３４５６７８９０', '081234567890'],
  ])('%s is sent as %s', (typed, sent) => {
    expect(cleanPhone(typed)).toBe(sent)
    expect(isPhone(sent)).toBe(true)
    expect(sent.length).toBeLessThanOrEqual(limits.phone)
  })

  it('never joins two numbers into one', () => {
    expect(cleanPhone('0812 3456 7890 / 0813 1111 2222')).toBe('0812 3456 7890 / 0813 1111 2222')
  })

  it.each(['abc', '0812x', '12345', '+', 'call me', 'wa.me/budi', '٠٨١٢٣٤٥٦'])('%s is no phone', (typed) => {
    expect(isPhone(cleanPhone(typed))).toBe(false)
    expect(tellingPhone(typed)).toBe('')
  })

  it('is the same one however it is written, from seven digits after the country on', () => {
    const ways = [
      '0812-3456-7890',
      '+62 812 3456 7890',
      'wa.me/6281234567890',
      '62 (0) 812.3456.7890',
      '0062 812 3456 7890',
    ]
    expect(new Set(ways.map(tellingPhone))).toEqual(new Set(['6281234567890']))
    expect(tellingPhone('0812345')).toBe('')
    expect(tellingPhone('08123456')).toBe('628123456')
  })

  it('stays the same when it is cleaned again, and loses no digit unless it is a link', () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789 +-(). '), maxLength: 40 }))
    fc.assert(
      fc.property(typed, (text) => {
        const once = cleanPhone(text)
        expect(cleanPhone(once)).toBe(once)
        if (/^[\d +\-.]*$/.test(text)) expect(once.replace(/\D/g, '')).toBe(text.replace(/\D/g, ''))
      }),
    )
  })
})
