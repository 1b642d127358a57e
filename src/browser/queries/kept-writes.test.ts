// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { buildOwnWrite } from './build-own-write.ts'
import { readKeptWrites, writeKeptWrites } from './kept-writes.ts'
import type { OwnWrite } from './own-write.ts'

beforeEach(() => sessionStorage.clear())

const sound: readonly OwnWrite[] = [
  buildOwnWrite({ id: 'held' }),
  buildOwnWrite({
    id: 'conflict',
    state: 'conflict',
    failure: { kind: 'conflict', theirs: { status: 'won', actualValue: 5 }, updatedAt: null, requestId: null },
  }),
  buildOwnWrite({ id: 'offline', state: 'waiting', failure: { kind: 'offline', requestId: null } }),
]

it('gives back what was kept', () => {
  writeKeptWrites(sound)
  expect(readKeptWrites()).toEqual(sound)
})

it.each([
  ['a conflict without their values', { failure: { kind: 'conflict', requestId: null } }],
  ['a failure nobody knows', { failure: { kind: 'strange', requestId: null } }],
  ['a state nobody knows', { state: 'floating' }],
  ['no changes', { changes: null }],
  ['a status nobody can set', { changes: { status: 'sold' } }],
])('leaves out an entry with %s, and keeps the others', (_, odd) => {
  const entries = JSON.stringify([{ ...sound[0], id: 'odd', ...odd }, ...sound, 7, null])
  writeKeptWrites(sound)
  const [name] = Object.keys(sessionStorage)
  sessionStorage.setItem(name ?? '', entries)
  expect(readKeptWrites().map(({ id }) => id)).toEqual(['held', 'conflict', 'offline'])
})
