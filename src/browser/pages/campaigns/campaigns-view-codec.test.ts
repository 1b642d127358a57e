import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type CampaignsView,
  campaignCharts,
  campaignGroups,
  campaignSorts,
  decodeCampaignsView,
  encodeCampaignsView,
  firstCampaignsView,
} from './campaigns-view-codec.ts'

const views: fc.Arbitrary<CampaignsView> = fc.record({
  chart: fc.constantFrom(...campaignCharts),
  by: fc.constantFrom(...campaignGroups),
  sort: fc.constantFrom(...campaignSorts),
  order: fc.constantFrom('asc' as const, 'desc' as const),
})

it('reads back every view that it writes over any other, and keeps period and comparison', () => {
  fc.assert(
    fc.property(views, views, (before, view) => {
      const search = encodeCampaignsView(
        view,
        encodeCampaignsView(before, new URLSearchParams('period=today&compare=on&by=odd')),
      )
      expect(decodeCampaignsView(search)).toEqual({ value: view, ignored: [] })
      expect([search.get('period'), search.get('compare')]).toEqual(['today', 'on'])
    }),
  )
})

it('leaves the address clean for what is shown first, and for the first order of a column', () => {
  expect(encodeCampaignsView(firstCampaignsView, new URLSearchParams()).toString()).toBe('')
  const byName = { ...firstCampaignsView, sort: 'name', order: 'asc' } as const
  expect(encodeCampaignsView(byName, new URLSearchParams()).toString()).toBe('sort=name')
})

it('names what makes no sense and applies the rest', () => {
  const read = decodeCampaignsView(new URLSearchParams('chart=pie&by=platform&sort=roas&order=up&x=1'))
  expect(read).toEqual({
    value: { ...firstCampaignsView, by: 'platform' },
    ignored: ['chart=pie', 'sort=roas', 'order=up', 'x=1'],
  })
})

it('never throws, whatever the address says', () => {
  const pairs = fc.array(fc.tuple(fc.constantFrom('chart', 'by', 'sort', 'order'), fc.string()))
  fc.assert(fc.property(pairs, (parts) => void decodeCampaignsView(new URLSearchParams(parts))))
})
