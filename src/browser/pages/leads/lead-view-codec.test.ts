import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadSortFields, leadStatuses, sortOrders } from '#contract/vocabularies.ts'
import { noFilters } from '#parts/filter/filter-codec.ts'
import { decodeLeadView, encodeLeadView, firstLeadView, type LeadView } from './lead-view-codec.ts'

const anyView: fc.Arbitrary<LeadView> = fc.record({
  status: fc.option(fc.constantFrom(...leadStatuses), { nil: null }),
  filters: fc.constantFrom(
    noFilters,
    { ...noFilters, priority: 'high' as const, created: 'today' as const },
    { ...noFilters, adPlatform: 'meta' as const, created: { first: '2026-11-01', last: '2026-11-24' } },
  ),
  sortBy: fc.constantFrom(...leadSortFields),
  sortOrder: fc.constantFrom(...sortOrders),
  hidesVisits: fc.boolean(),
})

describe('the view of an address', () => {
  it('comes back as it was written, with nothing ignored', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(decodeLeadView(encodeLeadView(view))).toEqual({ value: view, ignored: [] })
      }),
    )
  })

  it('is empty at first', () => {
    expect(encodeLeadView(firstLeadView).toString()).toBe('')
    expect(decodeLeadView(new URLSearchParams())).toEqual({ value: firstLeadView, ignored: [] })
  })

  it('never throws, and what it reads can be written and read again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { value } = decodeLeadView(new URLSearchParams(text))
        expect(decodeLeadView(encodeLeadView(value))).toEqual({ value, ignored: [] })
      }),
    )
  })

  it('names every part that it does not understand and applies the rest', () => {
    const { value, ignored } = decodeLeadView(
      new URLSearchParams('status=nope&sort=price&order=up&visits=no&colour=red&priority=high'),
    )
    expect(value).toEqual({ ...firstLeadView, filters: { ...noFilters, priority: 'high' } })
    expect(ignored).toEqual(['status=nope', 'sort=price', 'order=up', 'visits=no', 'colour=red'])
  })

  it('takes one value for a filter and names the second', () => {
    const { value, ignored } = decodeLeadView(new URLSearchParams('status=new&status=won'))
    expect(value.status).toBe('new')
    expect(ignored).toEqual(['status=won'])
  })
})
