import { expect, it } from 'vitest'
import { continuesSearch, readSearchState } from './search-state.ts'

it('reads whatever an entry of the history carries', () => {
  expect(readSearchState(null)).toEqual({ search: '', typing: null })
  expect(readSearchState({ search: 7, typing: 'x' })).toEqual({ search: '', typing: null })
  expect(readSearchState({ search: 'budi', typing: 5 })).toEqual({ search: 'budi', typing: 5 })
  expect(readSearchState({ search: 'x'.repeat(300) }).search).toHaveLength(200)
})

it('makes one step of one search', () => {
  expect(continuesSearch({ search: 'bud', typing: 5 }, 'budi', 5)).toBe(true)
})

it('makes a step of its own of the first letter, of clearing, of a later search and after a filter', () => {
  expect(continuesSearch({ search: '', typing: null }, 'b', 5)).toBe(false)
  expect(continuesSearch({ search: 'budi', typing: 5 }, '', 5)).toBe(false)
  expect(continuesSearch({ search: 'budi', typing: 5 }, 'siti', 9)).toBe(false)
  expect(continuesSearch({ search: 'budi', typing: null }, 'budis', 5)).toBe(false)
})
