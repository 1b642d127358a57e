import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountText, parseAmount } from './amount-input.ts'

describe('parseAmount', () => {
  it.each([
    ['5.000.000', 5_000_000],
    ['5,000,000', 5_000_000],
    ['12500000', 12_500_000],
    ['Rp 12.500.000', 12_500_000],
    ['rp.12.500.000', 12_500_000],
    ['IDR 1 500 000', 1_500_000],
    ['1.5', 1.5],
    ['1,5', 1.5],
    ['1.234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['0,125', 0.125],
    ['12500.500', 12_500.5],
    ['0', 0],
    ['Rp 12.500.000,-', 12_500_000],
    ['12.500.000,--', 12_500_000],
    ['12.500.000.-', 12_500_000],
    ['12.500.000,00', 12_500_000],
    ['12500000,00', 12_500_000],
    ['12jt', 12_000_000],
    ['Rp 12 jt', 12_000_000],
    ['1,5 juta', 1_500_000],
    ['1.1 Juta', 1_100_000],
    ['500rb', 500_000],
    ['750 ribu', 750_000],
    ['1,2 mlr', 1_200_000_000],
    ['2 miliar', 2_000_000_000],
  ])('reads %s', (typed, value) => {
    expect(parseAmount(typed)).toBe(value)
  })

  it('takes one separator with exactly three digits after it for thousands, in either style', () => {
    expect(parseAmount('1.500')).toBe(1500)
    expect(parseAmount('1,500')).toBe(1500)
    expect(parseAmount('750.000')).toBe(750_000)
  })

  it('takes empty text for no amount', () => {
    expect(parseAmount('')).toBeNull()
    expect(parseAmount('  ')).toBeNull()
  })

  it.each([
    '-5',
    '5-',
    'abc',
    'Rp',
    '1.2.3',
    '1,23,456',
    '1.234.56',
    '1.234,567.8',
    '5.',
    ',5',
    '1e5',
    '1.5m',
    '5 m',
    'jt',
    '12 jtjt',
    '12 jt 5',
    '12,- jt',
    ',-',
    '٣',
  ])('refuses %s', (typed) => {
    expect(parseAmount(typed)).toBe('invalid')
  })

  it('never throws and never gives a negative or infinite number', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const value = parseAmount(typed)
        if (typeof value === 'number') expect(value >= 0 && Number.isFinite(value)).toBe(true)
      }),
    )
  })
})

describe('amountText', () => {
  it('groups in the language of the person', () => {
    expect(amountText(12_500_000, 'id')).toBe('12.500.000')
    expect(amountText(12_500_000, 'en')).toBe('12,500,000')
    expect(amountText(1234.5, 'id')).toBe('1.234,5')
    expect(amountText(null, 'id')).toBe('')
  })

  it('is read back as the same number, in both languages', () => {
    const amounts = fc.oneof(
      fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      fc.integer({ min: 0, max: 10 ** 12 }).map((n) => n / 10_000),
      fc.integer({ min: 0, max: 10 ** 9 }).map((n) => n / 1000),
    )
    fc.assert(
      fc.property(amounts, fc.constantFrom('en' as const, 'id' as const), (value, locale) => {
        expect(parseAmount(amountText(value, locale))).toBe(value)
      }),
    )
  })
})
