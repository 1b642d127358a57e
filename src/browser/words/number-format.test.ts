import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNumberFormat } from './number-format.ts'

const id = createNumberFormat('id', 'IDR')
const en = createNumberFormat('en', 'IDR')
/** The space that keeps symbol and figure on one line. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('numbers', () => {
  it('are grouped as the language does', () => {
    expect(id.count(1284)).toBe('1.284')
    expect(en.count(1284)).toBe('1,284')
    expect(id.percent(0.1067)).toBe('10,7%')
    expect(en.percent(0.1067)).toBe('10.7%')
    expect(en.percent(1)).toBe('100%')
    expect(en.percent(0.09)).toBe('9.0%')
    expect(en.percent(0.0964, 0)).toBe('10%')
  })

  it('are nothing where they are not known: missing is never zero', () => {
    for (const write of [id.count, id.money, id.moneyShort, id.percent]) {
      expect(write(null)).toBe('')
      expect(write(undefined)).toBe('')
    }
    expect(id.percent(0 / 0)).toBe('')
    expect(id.count(0)).toBe('0')
    expect(plain(id.money(0))).toBe('Rp 0')
  })
})

describe('money', () => {
  it('shortens without the M that means a thousand times more in Indonesia', () => {
    expect(plain(id.moneyShort(482_600_000))).toBe('Rp 482,6 jt')
    expect(plain(id.moneyShort(1_200_000_000))).toBe('Rp 1,2 M')
    expect(plain(en.moneyShort(482_600_000))).toBe('Rp 482.6 mn')
    expect(plain(en.moneyShort(1_200_000_000))).toBe('Rp 1.2 bn')
    expect(plain(en.moneyShort(2_500_000_000_000))).toBe('Rp 2.5 tn')
    expect(plain(en.moneyShort(750_000))).toBe('Rp 750,000')
  })

  it('moves to the next word where rounding would show a thousand of the smaller one', () => {
    expect(plain(en.moneyShort(999_960_000))).toBe('Rp 1 bn')
    expect(plain(en.moneyShort(999_900_000))).toBe('Rp 999.9 mn')
  })

  it('is a bare number without a currency, and survives one nobody knows', () => {
    expect(createNumberFormat('en', null).money(1500)).toBe('1,500')
    expect(plain(createNumberFormat('en', 'not a currency').money(1500))).toBe('not a currency 1,500')
    expect(plain(createNumberFormat('en', 'USD').money(12.5))).toMatch(/^\D*\$ 12\.5/)
  })

  it('never shows a short figure of a thousand or more before a word', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 10 ** 15 }), (value) => {
        const [figure = ''] = /[\d.,]+/.exec(en.moneyShort(value)) ?? []
        expect(Number(figure.replaceAll(',', ''))).toBeLessThan(1001)
      }),
    )
  })
})
