import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rowAfterKey } from './row-moves.ts'

it('moves by one, by a page and to both ends', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']
  expect(keys.map((key) => rowAfterKey(key, 50, 100, 20))).toEqual([51, 49, 70, 30, 0, 99])
})

it('begins at the first row, whichever arrow comes first', () => {
  expect(rowAfterKey('ArrowDown', -1, 100, 20)).toBe(0)
  expect(rowAfterKey('ArrowUp', -1, 100, 20)).toBe(0)
})

it('never leaves the rows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'),
      fc.integer({ min: 1, max: 1000 }),
      fc.nat(999),
      fc.integer({ min: -1, max: 60 }),
      (key, count, from, pageRows) => {
        const to = rowAfterKey(key, Math.min(from, count - 1), count, pageRows)
        expect(to).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThan(count)
      },
    ),
  )
})

it('moves nothing without rows, or by another key', () => {
  expect(rowAfterKey('ArrowDown', -1, 0, 20)).toBeNull()
  expect(rowAfterKey('a', 3, 10, 5)).toBeNull()
})
