import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeNames } from './place-names.ts'

const plot = { width: 600, height: 300 }

it('puts a name at the right of its dot, and at the left where the plot ends', () => {
  const [first, last] = placeNames(
    [
      { id: 'a', name: 'Promo', x: 100, y: 100 },
      { id: 'b', name: 'Brand', x: 590, y: 200 },
    ],
    plot,
  )
  expect(first?.left).toBeGreaterThan(100)
  expect((last?.left ?? 0) + (last?.width ?? 0)).toBeLessThan(590)
})

it('leaves out the name that finds no room', () => {
  const crowd = Array.from({ length: 12 }, (_, at) => ({ id: String(at), name: 'A campaign', x: 300 + at, y: 150 }))
  expect(placeNames(crowd, plot).length).toBeLessThan(crowd.length)
})

it('never lays a name over another or beyond the plot', () => {
  const point = fc.record({
    id: fc.uuid(),
    name: fc.string({ maxLength: 60 }),
    x: fc.integer({ min: 0, max: plot.width }),
    y: fc.integer({ min: 0, max: plot.height }),
  })
  fc.assert(
    fc.property(fc.array(point, { maxLength: 20 }), (points) => {
      const places = placeNames(points, plot)
      for (const [at, one] of places.entries()) {
        expect(one.left >= 0 && one.left + one.width <= plot.width && one.top >= 0 && one.top + 16 <= plot.height).toBe(
          true,
        )
        for (const other of places.slice(at + 1)) {
          const apartX = one.left + one.width <= other.left || other.left + other.width <= one.left
          expect(apartX || Math.abs(one.top - other.top) >= 16).toBe(true)
        }
      }
    }),
  )
})
