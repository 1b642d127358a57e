import { expect, it } from 'vitest'
import { extendWalk, stepOf } from './walk.ts'

const walk = { ids: ['a', 'b', 'c'], total: 42 }

it('knows the place of a lead and its neighbours', () => {
  expect(stepOf(walk, 'b')).toEqual({ position: 2, previous: 'a', next: 'c' })
})

it('stops at both ends', () => {
  expect(stepOf(walk, 'a').previous).toBeNull()
  expect(stepOf(walk, 'c').next).toBeNull()
})

it('has no place for a lead that was not in the list', () => {
  expect(stepOf(walk, 'x')).toEqual({ position: null, previous: null, next: null })
})

it('takes in a further page at its end, in whatever order the list is by then', () => {
  expect(extendWalk(walk, ['c', 'new', 'a', 'd']).ids).toEqual(['a', 'b', 'c', 'new', 'd'])
  expect(extendWalk(walk, ['c', 'a'])).toBe(walk)
})
