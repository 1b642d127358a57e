import { expect, it } from 'vitest'
import { leadListQuery } from '#contract/lead.ts'
import { noFilters } from '#parts/filter/filter-codec.ts'
import { leadListFilters } from './lead-list-filters.ts'
import { firstLeadView } from './lead-view-codec.ts'

const zone = 'Asia/Jakarta'
const today = '2026-11-24'

it('asks for nothing but the order at first', () => {
  expect(leadListFilters(firstLeadView, '  ', zone, today)).toEqual({ sortBy: 'updatedAt', sortOrder: 'desc' })
})

it('turns whole days of the workspace into instants, the last day included', () => {
  const view = { ...firstLeadView, filters: { ...noFilters, created: { first: '2026-11-01', last: '2026-11-02' } } }
  expect(leadListFilters(view, '', zone, today)).toMatchObject({
    createdFrom: '2026-10-31T17:00:00.000Z',
    createdTo: '2026-11-02T17:00:00.000Z',
  })
})

it('asks what the contract allows, however long the text', () => {
  const view = { ...firstLeadView, status: 'hot' as const, filters: { ...noFilters, source: 'ads' as const } }
  const asked = leadListFilters(view, ` ${'x'.repeat(400)}`, zone, today)
  expect(asked.search).toHaveLength(200)
  expect(leadListQuery.safeParse(asked).success).toBe(true)
})
