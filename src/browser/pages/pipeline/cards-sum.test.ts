import { expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { BoardCard } from './board-columns.ts'
import { cardsSum } from './cards-sum.ts'

const card = (estimatedValue: number | null | undefined, isGhost = false): BoardCard => ({
  lead: buildLead({ estimatedValue }),
  write: null,
  isGhost,
})

it('adds the values that are known, and counts those that are not', () => {
  expect(cardsSum([card(3_000_000), card(null), card(6_800_000), card(undefined)])).toEqual({
    sum: 9_800_000,
    withoutValue: 2,
  })
})

it('knows no sum where no value is known, and a sum of nothing where all are zero', () => {
  expect(cardsSum([card(null)])).toEqual({ sum: null, withoutValue: 1 })
  expect(cardsSum([card(0)])).toEqual({ sum: 0, withoutValue: 0 })
})

it('leaves out what is on its way out', () => {
  expect(cardsSum([card(5, true), card(7)])).toEqual({ sum: 7, withoutValue: 0 })
})
