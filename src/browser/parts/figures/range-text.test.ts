import { expect, it } from 'vitest'
import { createNumberFormat } from '#words/number-format.ts'
import { percentRange } from './range-text.ts'

it('writes one sign for both ends, in the language of the person', () => {
  expect(percentRange({ low: 0.5, high: 0.667 }, createNumberFormat('en', null))).toBe('50–67%')
  expect(percentRange({ low: 0.085, high: 0.433 }, createNumberFormat('id', null), 1)).toBe('8,5–43,3%')
})

it('writes one number where both ends read the same, and a dash for the unknown', () => {
  expect(percentRange({ low: 0.381, high: 0.384 }, createNumberFormat('en', null))).toBe('38%')
  expect(percentRange(null, createNumberFormat('en', null))).toBe('–')
})
