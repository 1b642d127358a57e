import fc from 'fast-check'
import { expect, it } from 'vitest'
import { funnelModes } from '#parts/funnel/funnel-rows.ts'
import { decodeFunnelView, encodeFunnelView, firstFunnelView } from './funnel-view-codec.ts'

it('reads back every view that it writes, and keeps the period', () => {
  const views = fc.record({ mode: fc.constantFrom(...funnelModes), showsVisits: fc.boolean() })
  fc.assert(
    fc.property(views, (view) => {
      const search = encodeFunnelView(view, new URLSearchParams('period=today&mode=odd'))
      expect(decodeFunnelView(search)).toEqual({ value: view, ignored: [] })
      expect(search.get('period')).toBe('today')
    }),
  )
})

it('names what makes no sense and applies the rest', () => {
  const read = decodeFunnelView(new URLSearchParams('mode=sideways&visits=shown&x=1'))
  expect(read).toEqual({ value: { ...firstFunnelView, showsVisits: true }, ignored: ['mode=sideways', 'x=1'] })
})
