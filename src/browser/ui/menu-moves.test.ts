import fc from 'fast-check'
import { expect, it } from 'vitest'
import { menuMove, placeMenu, typedItem } from './menu-moves.ts'

it('goes round at both ends', () => {
  expect(menuMove('next', 2, 3)).toBe(0)
  expect(menuMove('previous', 0, 3)).toBe(2)
  expect(menuMove('previous', -1, 3)).toBe(2)
  expect(menuMove('next', -1, 3)).toBe(0)
  expect(menuMove('next', 0, 0)).toBeNull()
})

it('goes to the next item that begins with what is typed', () => {
  const texts = ['New', 'Contacted', 'Negotiation', 'Proposal']
  expect(typedItem(texts, 'n', 0)).toBe(2)
  expect(typedItem(texts, 'nn', 2)).toBe(0)
  expect(typedItem(texts, 'ne', 2)).toBe(2)
  expect(typedItem(texts, 'NEW', 2)).toBe(0)
  expect(typedItem(texts, 'x', 0)).toBeNull()
})

it('never leaves the screen and never covers its anchor', () => {
  const screen = { width: 390, height: 800 }
  const box = fc.record({ left: fc.integer({ min: 0, max: 389 }), top: fc.integer({ min: 0, max: 760 }) })
  fc.assert(
    fc.property(box, fc.integer({ min: 40, max: 2000 }), fc.integer({ min: 100, max: 370 }), (at, height, width) => {
      const anchor = { ...at, bottom: at.top + 36 }
      const { left, top, maxHeight } = placeMenu(anchor, height, width, screen)
      const bottom = top + Math.min(height, maxHeight)
      expect(left).toBeGreaterThanOrEqual(8)
      expect(left + width).toBeLessThanOrEqual(screen.width - 8)
      expect(top).toBeGreaterThanOrEqual(8)
      expect(bottom).toBeLessThanOrEqual(screen.height - 8)
      expect(top >= anchor.bottom || bottom <= anchor.top).toBe(true)
    }),
  )
})
