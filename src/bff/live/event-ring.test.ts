import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LiveEvent } from '#contract/live.ts'
import { createEventRing } from './event-ring.ts'

const event = (asOf: number): LiveEvent => ({ kind: 'leads', asOf, leads: [], arrived: [] })
const numberOf = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes).split('data: ')[1] ?? '').asOf

test('whoever comes back is given exactly what came since, or told that it is not known', () => {
  const bounds = fc.record({ events: fc.integer({ min: 1, max: 20 }), bytes: fc.integer({ min: 50, max: 2000 }) })
  fc.assert(
    fc.property(bounds, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (bound, before, since) => {
      const ring = createEventRing(bound)
      for (let one = 1; one <= before; one += 1) ring.add(event(one))
      const id = ring.lastId()
      const added = Array.from({ length: since }, (_, one) => ring.add(event(before + one + 1)))
      const missed = ring.after(id)
      const total = added.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
      if (since <= bound.events && total <= bound.bytes) {
        expect(missed?.map(({ bytes }) => numberOf(bytes))).toEqual(added.map((_, one) => before + one + 1))
      } else expect(missed).toBeNull()
    }),
  )
})

test('an id of another process, of the future or of nobody is not known', () => {
  const ring = createEventRing()
  const other = createEventRing()
  other.add(event(1))
  ring.add(event(1))
  const [instance] = ring.lastId().split('-')
  for (const id of [null, '', 'x', other.lastId(), `${instance}-2`, `${instance}--1`, `${ring.lastId()} `]) {
    expect(ring.after(id), String(id)).toBeNull()
  }
  expect(ring.after(`${instance}-0`)).toHaveLength(1)
})
