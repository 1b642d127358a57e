import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countsCouldBeChance, figureChange } from './figure-change.ts'

const parts = { now: 142, before: 120, leads: 142, leadsBefore: 120, isMaturing: false, isChance: false }

it('tells the difference and its share', () => {
  expect(figureChange(parts)).toEqual({ kind: 'changed', before: 120, by: 22, share: 22 / 120, isChance: false })
})

it('is a count alone below 20 leads in either period, and where nothing was before', () => {
  for (const few of [{ leads: 19 }, { leadsBefore: 19 }, { leads: null }, { leadsBefore: null }, { before: 0 }]) {
    const change = figureChange({ ...parts, ...few })
    expect(change).toMatchObject({ kind: 'changed', share: null })
  }
  expect(figureChange({ ...parts, leads: 20, leadsBefore: 20 })).toMatchObject({ share: 22 / 120 })
})

it('judges nothing while leads may still be won, and nothing that is unknown', () => {
  expect(figureChange({ ...parts, isMaturing: true })).toEqual({ kind: 'maturing', before: 120 })
  expect(figureChange({ ...parts, now: null })).toEqual({ kind: 'unknown' })
  expect(figureChange({ ...parts, before: null, isMaturing: true })).toEqual({ kind: 'unknown' })
})

it('says the opposite where the periods change places', () => {
  const count = fc.integer({ min: 1, max: 1_000_000 })
  fc.assert(
    fc.property(count, count, (one, other) => {
      const there = figureChange({
        now: one,
        before: other,
        leads: one,
        leadsBefore: other,
        isMaturing: false,
        isChance: false,
      })
      const back = figureChange({
        now: other,
        before: one,
        leads: other,
        leadsBefore: one,
        isMaturing: false,
        isChance: false,
      })
      if (there.kind !== 'changed' || back.kind !== 'changed') throw new Error('both are known')
      expect(there.by + back.by).toBe(0)
    }),
  )
})

it('claims nothing of growth from nobody', () => {
  expect(figureChange({ ...parts, before: 0, leadsBefore: 0 })).toEqual({ kind: 'none-before' })
})

it('calls counts apart only where chance alone would rarely set them so', () => {
  expect(countsCouldBeChance(344, 213)).toBe(false)
  expect(countsCouldBeChance(344, 320)).toBe(true)
  expect(countsCouldBeChance(25, 20)).toBe(true)
  expect(countsCouldBeChance(0, 0)).toBe(true)
  expect(countsCouldBeChance(null, 20)).toBe(false)
})
