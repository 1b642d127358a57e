import { expect, it } from 'vitest'
import { createNumberFormat } from '#words/number-format.ts'
import type { OverviewFigures } from './overview-figures.ts'
import { tileFacts } from './tile-facts.ts'

const figures: OverviewFigures = { leads: 60, visits: 40, won: 12, closed: 18, rate: 0.2, value: 5e6 }
const facts = (now: Partial<OverviewFigures>, before: Partial<OverviewFigures>, isMaturing = false) =>
  Object.fromEntries(
    tileFacts({
      figures: { ...figures, ...now },
      compared: { before: { ...figures, ...before }, present: null },
      isMaturing,
      period: 'last_30_days',
      window: { query: null, asOf: undefined, hasFunnel: true },
      numbers: createNumberFormat('en', 'IDR'),
    }).map((tile) => [tile.id, tile]),
  )

it('tells a rate by points, and its share of a share never', () => {
  const { rate, won } = facts({}, { won: 6, rate: 0.1 })
  expect(rate?.change).toEqual({ kind: 'changed', before: 0.1, by: 0.1, share: null, isChance: true })
  expect(rate?.formatBy?.(0.1)).toBe('10.0 points')
  expect(won?.change).toEqual({ kind: 'changed', before: 6, by: 6, share: 1, isChance: true })
  expect(facts({ leads: 6000, won: 1200 }, { leads: 6000, won: 600, rate: 0.1 }).rate?.change).toMatchObject({
    isChance: false,
  })
})

it('tells a rate of few leads as the counts it is made of, and claims nothing of growth from nobody', () => {
  expect(facts({}, { leads: 15, won: 2, rate: 2 / 15 }).rate).toMatchObject({
    change: { kind: 'few' },
    beforeText: '2 of 15',
  })
  expect(facts({}, { leads: 0, won: 0, rate: null }).rate?.change).toEqual({ kind: 'none-before' })
  expect(facts({ leads: 3 }, {}, true).rate).toMatchObject({ change: { kind: 'maturing' }, beforeText: '12 of 60' })
  expect(facts({}, { leads: null, won: null, rate: null }).rate?.change).toEqual({ kind: 'unknown' })
})

it('judges the number of leads alone while the others may still be won', () => {
  const { leads, won, rate, value } = facts({}, { leads: 50 }, true)
  expect(leads?.change).toMatchObject({ kind: 'changed', by: 10 })
  for (const tile of [won, rate, value]) expect(tile?.change?.kind).toBe('maturing')
})

it('compares nothing where visits are known of one side alone, but what they have no part in', () => {
  for (const [now, before] of [
    [{ visits: null }, {}],
    [{}, { visits: null, leads: 300 }],
  ] as const) {
    const { leads, rate, won, value } = facts(now, before)
    expect(leads?.change).toEqual({ kind: 'unknown' })
    expect(rate?.change).toEqual({ kind: 'unknown' })
    expect(won?.change?.kind).toBe('changed')
    expect(value?.change?.kind).toBe('changed')
  }
})
