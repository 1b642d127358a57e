import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeLayout, encodeLayout, firstLayout, moveColumn, showColumn, sizeColumn } from './table-layout.ts'

const columns = [
  { id: 'name', width: 180, isAlwaysShown: true },
  { id: 'phone', width: 150 },
  { id: 'email', width: 200, isHiddenAtFirst: true },
]
const first = firstLayout(columns)

describe('a kept layout', () => {
  it('comes back as it was after any changes', () => {
    const step = fc.oneof(
      fc.record({ id: fc.constantFrom('name', 'phone', 'email'), by: fc.constantFrom(-1 as const, 1 as const) }),
      fc.record({ id: fc.constantFrom('phone', 'email'), isShown: fc.boolean() }),
      fc.record({ id: fc.constantFrom('name', 'phone', 'email'), width: fc.integer({ min: -50, max: 2000 }) }),
    )
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const layout = steps.reduce((before, change) => {
          if ('by' in change) return moveColumn(before, change.id, change.by)
          return 'isShown' in change
            ? showColumn(before, change.id, change.isShown)
            : sizeColumn(before, change.id, change.width)
        }, first)
        const read = decodeLayout(encodeLayout(layout), columns)
        expect(read.order).toEqual(layout.order)
        expect([...read.hidden].sort()).toEqual([...layout.hidden].sort())
        expect(read.widths).toEqual(layout.widths)
      }),
    )
  })

  it('never throws, and always holds every column once', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect([...decodeLayout(text, columns).order].sort()).toEqual(['email', 'name', 'phone'])
      }),
    )
  })

  it('drops columns that are gone, adds new ones as they first are, and never hides the name', () => {
    const kept = JSON.stringify({ order: ['gone', 'phone', 'name'], hidden: ['name', 'gone'], widths: { gone: 90 } })
    expect(decodeLayout(kept, columns)).toEqual({ order: ['phone', 'name', 'email'], hidden: ['email'], widths: {} })
  })

  it('keeps widths within bounds', () => {
    const kept = JSON.stringify({ order: ['name'], hidden: [], widths: { name: 1e9, phone: -4, email: 'wide' } })
    expect(decodeLayout(kept, columns).widths).toEqual({ name: 800, phone: 64 })
  })
})

it('a column at an end stays there', () => {
  expect(moveColumn(first, 'name', -1)).toBe(first)
  expect(moveColumn(first, 'email', 1)).toBe(first)
  expect(moveColumn(first, 'email', -1).order).toEqual(['name', 'email', 'phone'])
})
