import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeNames } from './place-names.ts'

const plot = { width: 600, height: 300, line: 300, others: [{ x: 60, y: 60 }] }

const at = (id: string, name: string, x: number, y: number) => ({ id, name, x, y, from: x - 20, to: x + 20 })

it('puts a name over its dot to the right, and to the left where the plot ends', () => {
  const [first, last] = placeNames([at('a', 'Promo', 100, 100), at('b', 'Brand', 590, 200)], plot)
  expect(first?.left).toBeGreaterThan(100)
  expect(first?.top).toBeLessThan(100)
  expect((last?.left ?? 0) + (last?.width ?? 0)).toBeLessThan(590)
})

it('leaves out the name that finds no room', () => {
  const crowd = Array.from({ length: 12 }, (_, index) => at(String(index), 'A campaign', 200 + index, 150))
  expect(placeNames(crowd, plot).length).toBeLessThan(crowd.length)
})

it('lays no name across the line', () => {
  const [place] = placeNames([at('a', 'Flash Sale 11.11', 290, 100)], plot)
  expect((place?.left ?? 0) + (place?.width ?? 0)).toBeLessThan(300)
})

it('never lays a name over another or beyond the plot', () => {
  const point = fc
    .tuple(fc.uuid(), fc.string({ maxLength: 60 }), fc.nat(plot.width), fc.nat(plot.height))
    .map(([id, name, x, y]) => at(id, name, x, y))
  fc.assert(
    fc.property(fc.array(point, { maxLength: 20 }), (points) => {
      const places = placeNames(points, plot)
      for (const [index, one] of places.entries()) {
        expect(one.left >= 0 && one.left + one.width <= plot.width && one.top >= 0 && one.top + 16 <= plot.height).toBe(
          true,
        )
        for (const other of places.slice(index + 1)) {
          const apartX = one.left + one.width <= other.left || other.left + other.width <= one.left
          expect(apartX || Math.abs(one.top - other.top) >= 16).toBe(true)
        }
      }
    }),
  )
})
