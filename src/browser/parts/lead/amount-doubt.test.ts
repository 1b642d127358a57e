import { expect, it } from 'vitest'
import { createNumberFormat } from '#words/number-format.ts'
import { amountDoubt } from './amount-doubt.ts'

it.each([
  [2.5, null, 'IDR', 'odd'],
  [2.5, null, 'USD', null],
  [12_500, 12_500_000, 'IDR', 'odd'],
  [125_000, 12_500_000, 'IDR', null],
  [12_500, null, 'IDR', null],
  [0, 12_500_000, 'IDR', 'nothing'],
  [0, null, 'USD', 'nothing'],
] as const)('a won value of %s where %s was expected, in %s: %s', (value, estimate, currency, doubt) => {
  expect(amountDoubt(value, estimate, createNumberFormat('id', currency))).toBe(doubt)
})
