import { expect, it } from 'vitest'
import { decodeState, encodeState, stateChoices } from './sync-state-codec.ts'

it.each(stateChoices)('reads back %s, and keeps the period', (state) => {
  const search = encodeState(state, new URLSearchParams('period=today&state=odd'))
  expect(decodeState(search)).toEqual({ value: state, ignored: [] })
  expect(search.get('period')).toBe('today')
})

it('shows all where the address makes no sense, and names it', () => {
  expect(decodeState(new URLSearchParams('state=lost&x='))).toEqual({ value: 'all', ignored: ['state=lost', 'x='] })
})
