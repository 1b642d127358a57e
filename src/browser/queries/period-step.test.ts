import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeframes } from '#contract/vocabularies.ts'
import { type Period, periodDays } from './period.ts'
import { stepPeriod } from './period-step.ts'

/** A Thursday. */
const day = '2026-11-26'

describe('a step', () => {
  it.each<[Period, Period]>([
    ['today', { first: '2026-11-25', last: '2026-11-25' }],
    ['last_7_days', { first: '2026-11-13', last: '2026-11-19' }],
    ['current_week', { first: '2026-11-16', last: '2026-11-22' }],
    ['current_month', { first: '2026-10-01', last: '2026-10-31' }],
    [
      { first: '2026-10-01', last: '2026-10-31' },
      { first: '2026-09-01', last: '2026-09-30' },
    ],
    [
      { first: '2026-11-05', last: '2026-11-09' },
      { first: '2026-10-31', last: '2026-11-04' },
    ],
  ])('back from %j comes to %j', (period, before) => {
    expect(stepPeriod(period, -1, day)).toEqual(before)
  })

  it('forward never passes today: there it keeps its length, or its Monday, or its month', () => {
    expect(stepPeriod({ first: '2026-11-20', last: '2026-11-24' }, 1, day)).toEqual({
      first: '2026-11-22',
      last: day,
    })
    expect(stepPeriod({ first: '2026-11-16', last: '2026-11-22' }, 1, day)).toBe('current_week')
    expect(stepPeriod({ first: '2026-10-01', last: '2026-10-31' }, 1, day)).toBe('current_month')
    expect(stepPeriod('last_30_days', 1, day)).toBeNull()
    expect(stepPeriod({ first: '2026-12-01', last: '2026-12-05' }, 1, day)).toBeNull()
  })

  it('is none for all time', () => {
    expect(stepPeriod('all_time', -1, day)).toBeNull()
    expect(stepPeriod('all_time', 1, day)).toBeNull()
  })

  it('forward undoes as many steps back, from every preset on every day', () => {
    const days = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const presets = fc.constantFrom(...timeframes.filter((name) => name !== 'all_time'))
    fc.assert(
      fc.property(presets, days, fc.integer({ min: 1, max: 8 }), (preset, today, steps) => {
        let period: Period = preset
        // Thirty days that happen to be a whole month step on as a month: there the way back may differ.
        const count = preset === 'last_30_days' ? 1 : steps
        for (let n = 0; n < count; n += 1) period = stepPeriod(period, -1, today) ?? period
        for (let n = 0; n < count; n += 1) period = stepPeriod(period, 1, today) ?? period
        expect(periodDays(period, today)).toEqual(periodDays(preset, today))
      }),
    )
  })
})
