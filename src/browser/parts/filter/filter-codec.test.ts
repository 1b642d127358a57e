import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adPlatforms, leadPriorities, leadSources, timeframes } from '#contract/vocabularies.ts'
import {
  activeFilters,
  decodeFilters,
  encodeFilters,
  type Filters,
  filterNames,
  noFilters,
  withoutFilter,
} from './filter-codec.ts'

const orNull = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null })
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const days = fc.tuple(day, day).map(([a, b]) => (a <= b ? { first: a, last: b } : { first: b, last: a }))

const anyFilters: fc.Arbitrary<Filters> = fc.record({
  priority: orNull(leadPriorities),
  source: orNull(leadSources),
  adPlatform: orNull(adPlatforms),
  assignedTo: fc.option(fc.uuid(), { nil: null }),
  created: fc.oneof(fc.constantFrom(...timeframes), days),
})

describe('the filters of an address', () => {
  it('come back as they were written, with nothing ignored', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        expect(decodeFilters(encodeFilters(filters, new URLSearchParams()))).toEqual({ value: filters, ignored: [] })
      }),
    )
  })

  it('leave no trace where nothing narrows, and leave other parts alone', () => {
    const search = new URLSearchParams('status=new&priority=high&from=2026-01-01&to=2026-01-02')
    expect(encodeFilters(noFilters, search).toString()).toBe('status=new')
  })

  it('never throw, and name what they do not understand', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const name of ['priority', 'source', 'platform', 'assignee', 'period', 'from']) {
          const { value, ignored } = decodeFilters(new URLSearchParams([[name, `${text}?`]]))
          expect(value).toEqual(noFilters)
          expect(ignored).toEqual([`${name}=${text}?`])
        }
      }),
    )
  })

  it('do not narrow by half a range, or one that ends before it begins', () => {
    for (const query of ['from=2026-11-01', 'from=2026-11-02&to=2026-11-01', 'from=2026-02-30&to=2026-03-01']) {
      const { value, ignored } = decodeFilters(new URLSearchParams(query))
      expect(value.created).toBe('all_time')
      expect(ignored.length).toBeGreaterThan(0)
    }
  })
})

it('a filter taken away is no longer active, and the others stay', () => {
  fc.assert(
    fc.property(anyFilters, fc.constantFrom(...filterNames), (filters, name) => {
      expect(activeFilters(withoutFilter(filters, name))).toEqual(
        activeFilters(filters).filter((active) => active !== name),
      )
    }),
  )
})
