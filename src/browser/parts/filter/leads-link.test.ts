import { expect, it } from 'vitest'
import { decodeFilters, noFilters } from './filter-codec.ts'
import { leadsLink } from './leads-link.ts'

it('carries the period, the default one too, as the range in which the leads were created', () => {
  const days = { first: '2026-11-01', last: '2026-11-24' }
  for (const period of ['last_30_days', 'today', days] as const) {
    const search = new URL(leadsLink(period, { status: 'won' }), 'http://localhost').searchParams
    expect(search.get('status')).toBe('won')
    expect(decodeFilters(search)).toEqual({ value: { ...noFilters, created: period }, ignored: [] })
  }
})

it('sets no range for all time', () => {
  expect(leadsLink('all_time')).toBe('/leads')
})

it('carries the ad platform, with a status or without', () => {
  const search = new URL(leadsLink('today', { platform: 'meta' }), 'http://localhost').searchParams
  expect(search.has('status')).toBe(false)
  expect(decodeFilters(search).value).toEqual({ ...noFilters, created: 'today', adPlatform: 'meta' })
})

it('leaves visits out of the list where the figure does', () => {
  expect(leadsLink('today', { hidesVisits: true })).toBe('/leads?visits=hidden&period=today')
})
