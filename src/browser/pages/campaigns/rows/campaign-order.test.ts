import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Campaign } from '#contract/analytics.ts'
import { campaignRows } from '#parts/figures/campaign-rows.ts'
import { campaignSorts } from '../campaigns-view-codec.ts'
import { groupRows, type ShownRow, withBefore } from './campaign-groups.ts'
import { orderRows } from './campaign-order.ts'

const words = { locale: 'en', nameOf: (row: ShownRow) => row.name, platformOf: (row: ShownRow) => row.platform }
const shown = (campaigns: readonly Campaign[]) => withBefore(groupRows(campaignRows(campaigns), 'campaign'), null)
const names = (rows: readonly ShownRow[]) => rows.map((row) => row.name)

const some = shown([
  { campaignName: 'Promo 10', adPlatform: 'meta', leads: 10, conversions: 1, conversionValue: 50 },
  { campaignName: 'Promo 9', adPlatform: 'google', leads: 100, conversions: 5, conversionValue: null },
  { campaignName: '', adPlatform: null, leads: 50, conversions: 5, conversionValue: 10 },
  { campaignName: 'apel', adPlatform: 'tiktok', leads: 4, conversions: 9, conversionValue: 0 },
])

it('orders names as people read them: whatever the case, numbers by their size, none last', () => {
  expect(names(orderRows(some, 'name', 'asc', words))).toEqual(['apel', 'Promo 9', 'Promo 10', ''])
  expect(names(orderRows(some, 'name', 'desc', words))).toEqual(['Promo 10', 'Promo 9', 'apel', ''])
})

it('puts an unknown figure last both ways, and zero where it belongs', () => {
  expect(names(orderRows(some, 'value', 'desc', words))).toEqual(['Promo 10', '', 'apel', 'Promo 9'])
  expect(names(orderRows(some, 'value', 'asc', words))).toEqual(['apel', '', 'Promo 10', 'Promo 9'])
})

it('has no rate for more won than leads', () => {
  expect(names(orderRows(some, 'rate', 'desc', words)).at(-1)).toBe('apel')
})

it('keeps every row, whatever is sorted by, and gives the same order again', () => {
  const figure = fc.option(fc.nat(1000))
  const campaigns = fc.array(
    fc.record({
      campaignName: fc.string(),
      adPlatform: fc.option(fc.string()),
      leads: figure,
      conversions: figure,
      conversionValue: figure,
    }),
  )
  fc.assert(
    fc.property(campaigns, fc.constantFrom(...campaignSorts), fc.constantFrom('asc', 'desc'), (answer, sort, order) => {
      const rows = shown(answer)
      const sorted = orderRows(rows, sort, order, words)
      expect(sorted.map((row) => row.id).toSorted()).toEqual(rows.map((row) => row.id).toSorted())
      expect(orderRows(sorted, sort, order, words)).toEqual(sorted)
    }),
  )
})
