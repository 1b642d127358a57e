import { expect, it } from 'vitest'
import { keepOverQuarter } from './keep-quarter.ts'

const from = '2026-11-18T17:00:00.000Z'
const keep = keepOverQuarter({ from, to: '2026-11-19T07:15:00.000Z' })
const asked = (query: unknown) => ({ queryKey: ['summary', query] })

it('keeps what the same window told a quarter hour ago, and nothing of another', () => {
  expect(keep('old', asked({ from, to: '2026-11-19T07:00:00.000Z' }))).toBe('old')
  expect(keep('old', asked({ from: '2026-11-11T17:00:00.000Z', to: '2026-11-19T07:00:00.000Z' }))).toBeUndefined()
  expect(keep('old', asked(null))).toBeUndefined()
  expect(keep('old', undefined)).toBeUndefined()
  expect(keepOverQuarter(null)('old', asked(null))).toBeUndefined()
  expect(keepOverQuarter({ timeframe: 'all_time' })('old', asked({ timeframe: 'all_time' }))).toBeUndefined()
})
