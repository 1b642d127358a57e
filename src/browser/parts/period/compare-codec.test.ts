import { expect, it } from 'vitest'
import { decodeCompare, encodeCompare } from './compare-codec.ts'

it('reads what it wrote, beside whatever else the address says', () => {
  for (const usual of [true, false]) {
    for (const isOn of [true, false]) {
      const search = encodeCompare(isOn, new URLSearchParams('period=today'), usual)
      expect(decodeCompare(search, usual)).toEqual({ value: isOn, ignored: [] })
      expect(search.get('period')).toBe('today')
      expect(search.has('compare')).toBe(isOn !== usual)
    }
  }
})

it('names what makes no sense and keeps the usual', () => {
  expect(decodeCompare(new URLSearchParams('compare=lots'), true)).toEqual({ value: true, ignored: ['compare=lots'] })
})
