import { expect, it } from 'vitest'
import { writeStates } from '#contract/lead-write.ts'
import { endOfChange } from './save-end.ts'

const end = (state: (typeof writeStates)[number] | 'waiting', isUnconfirmed = false) =>
  endOfChange({ state, failure: null, sentAt: 1, isUnconfirmed }).kind

it('leaves the form for what is saved or waits elsewhere, and stays for all that needs a person', () => {
  expect([end('saved'), end('unchanged')]).toEqual(['saved', 'saved'])
  expect([end('held'), end('waiting')]).toEqual(['held', 'held'])
  expect([end('conflict'), end('rejected'), end('not-sent')]).toEqual(['failed', 'failed', 'failed'])
  expect(end('unknown')).toBe('unknown')
})

it('never takes for saved what nobody confirmed', () => {
  for (const state of writeStates) expect(end(state, true)).toBe('unknown')
})
