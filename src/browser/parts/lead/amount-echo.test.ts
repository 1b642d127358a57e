import { expect, it } from 'vitest'
import { createNumberFormat } from '#words/number-format.ts'
import { amountEcho } from './amount-echo.ts'

const echo = (typed: string, locale: 'en' | 'id', currency = 'IDR') =>
  amountEcho(typed, locale, createNumberFormat(locale, currency))?.replaceAll('\u00a0', ' ') ?? null

it.each([
  ['2,5', '= Rp 2.5', '= Rp 2,5'],
  ['1.500', '= Rp 1,500', null],
  ['12500000', '= Rp 12,500,000', '= Rp 12.500.000'],
  ['rp 1.234,56', '= Rp 1,234.56', '= Rp 1.234,56'],
  ['0,125', '= Rp 0.125', '= Rp 0,125'],
  ['5,000,000', null, '= Rp 5.000.000'],
  ['0', null, null],
  ['12 jt', '= Rp 12,000,000', '= Rp 12.000.000'],
  ['Rp 12.500.000,-', '= Rp 12,500,000', '= Rp 12.500.000'],
])('%s is read aloud in both languages', (typed, en, id) => {
  expect(echo(typed, 'en')).toBe(en)
  expect(echo(typed, 'id')).toBe(id)
})

it('says nothing of nothing, nor of what is no amount', () => {
  expect(echo('', 'en')).toBeNull()
  expect(echo('12 m', 'en')).toBeNull()
})
