import { expect, it } from 'vitest'
import { leadsLink } from './leads-link.ts'

it('carries the period as the range in which the leads were created', () => {
  expect(leadsLink({ status: 'won', period: 'last_30_days' })).toBe('/leads?status=won&created=last_30_days')
  expect(leadsLink({ status: 'won', period: { first: '2026-11-01', last: '2026-11-24' } })).toBe(
    '/leads?status=won&from=2026-11-01&to=2026-11-24',
  )
})

it('sets no range for all time', () => {
  expect(leadsLink({ period: 'all_time' })).toBe('/leads')
})
