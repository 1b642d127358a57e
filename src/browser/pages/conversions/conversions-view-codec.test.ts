import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeConversionsView, encodeConversionsView, stateChoices } from './conversions-view-codec.ts'

it('reads back every view, and keeps the period', () => {
  const platform = fc.option(fc.oneof(fc.constantFrom('meta', 'snap chat'), fc.string({ minLength: 1, maxLength: 40 })))
  fc.assert(
    fc.property(fc.constantFrom(...stateChoices), platform, (state, platform) => {
      const search = encodeConversionsView(
        { state, platform },
        new URLSearchParams('period=today&state=odd&platform=x'),
      )
      const read = decodeConversionsView(new URLSearchParams(search.toString()))
      expect(read).toEqual({ value: { state, platform }, ignored: [] })
      expect(search.get('period')).toBe('today')
    }),
  )
})

it('shows all where the address makes no sense, and names it', () => {
  expect(decodeConversionsView(new URLSearchParams(`state=lost&x=&platform=${'y'.repeat(41)}`))).toEqual({
    value: { state: 'all', platform: null },
    ignored: ['state=lost', `platform=${'y'.repeat(41)}`, 'x='],
  })
})
