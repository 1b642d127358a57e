import { expect, it } from 'vitest'
import { timeframeOfKey } from './period-keys.ts'

const bare = { key: 'a', repeat: false, ctrlKey: false, metaKey: false, altKey: false }

it('takes a letter by itself for a period, in either case', () => {
  expect(timeframeOfKey(bare)).toBe('all_time')
  expect(timeframeOfKey({ ...bare, key: 'S' })).toBe('last_7_days')
  expect(timeframeOfKey({ ...bare, key: 'z' })).toBeUndefined()
})

it.each(['ctrlKey', 'metaKey', 'altKey'])('leaves a letter with %s to the browser', (modifier) => {
  expect(timeframeOfKey({ ...bare, [modifier]: true })).toBeUndefined()
})
