import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeframes } from '#contract/vocabularies.ts'
import { defaultPeriod, type Period } from '#queries/period.ts'
import { decodePeriod, encodePeriod } from './period-codec.ts'

const read = (search: string) => decodePeriod(new URLSearchParams(search))

describe('the period of an address', () => {
  it('is the default where nothing is said, and leaves the address clean', () => {
    expect(read('')).toEqual({ value: defaultPeriod, ignored: [] })
    expect(encodePeriod(defaultPeriod, new URLSearchParams('period=today&status=new')).toString()).toBe('status=new')
  })

  it('is a preset or whole days', () => {
    expect(read('period=today').value).toBe('today')
    expect(read('from=2026-11-01&to=2026-11-24').value).toEqual({ first: '2026-11-01', last: '2026-11-24' })
  })

  it.each([
    ['period=someday', ['period=someday']],
    ['from=2026-11-24&to=2026-11-01', ['from=2026-11-24', 'to=2026-11-01']],
    ['from=2026-02-30&to=2026-03-01', ['from=2026-02-30', 'to=2026-03-01']],
    ['from=2026-11-01', ['from=2026-11-01']],
    ['to=x', ['to=x']],
    ['from=0001-01-01&to=2026-11-24', ['from=0001-01-01', 'to=2026-11-24']],
    ['from=2026-11-24&to=3000-01-01', ['from=2026-11-24', 'to=3000-01-01']],
  ])('names what it does not understand in %s, and falls back', (search, ignored) => {
    expect(read(search)).toEqual({ value: defaultPeriod, ignored })
  })

  it('never throws, whatever the address says', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (from, to) => void read(String(new URLSearchParams({ from, to })))))
  })

  it('comes back as it was written, beside everything else', () => {
    const days = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const spans = fc
      .tuple(days, days)
      .map(([one, other]) => (one <= other ? { first: one, last: other } : { first: other, last: one }))
    const periods: fc.Arbitrary<Period> = fc.oneof(fc.constantFrom(...timeframes), spans)
    fc.assert(
      fc.property(periods, periods, (before, period) => {
        const search = encodePeriod(period, encodePeriod(before, new URLSearchParams('status=won')))
        expect(decodePeriod(search)).toEqual({ value: period, ignored: [] })
        expect(search.get('status')).toBe('won')
      }),
    )
  })
})
