import { expect, it } from 'vitest'
import { navigationTarget } from './period-link.ts'

it('takes the period along from one page of figures to another', () => {
  expect(navigationTarget('/funnel', { pathname: '/', search: '?period=today' })).toBe('/funnel?period=today')
  expect(navigationTarget('/', { pathname: '/campaigns', search: '?from=2026-11-01&to=2026-11-03' })).toBe(
    '/?from=2026-11-01&to=2026-11-03',
  )
})

it('takes along nothing else, and nothing to or from a page without a period', () => {
  expect(navigationTarget('/funnel', { pathname: '/', search: '?mode=now' })).toBe('/funnel')
  expect(navigationTarget('/leads', { pathname: '/', search: '?period=today' })).toBe('/leads')
  expect(navigationTarget('/funnel', { pathname: '/leads', search: '?period=today' })).toBe('/funnel')
  expect(navigationTarget('/funnel', { pathname: '/', search: '?period=nonsense' })).toBe('/funnel')
})
