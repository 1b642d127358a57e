import { expect, it } from 'vitest'
import { RateLimit } from './rate-limit.ts'

it('gives the whole number anew at each full minute', () => {
  let now = Date.parse('2026-01-01T00:00:30Z')
  const limit = new RateLimit('starter', 2, () => now)
  expect([limit.take(), limit.take(), limit.take()]).toEqual([true, true, false])
  expect(limit.headers()).toEqual({
    'x-ratelimit-limit': '2',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Date.parse('2026-01-01T00:01:00Z') / 1000),
  })
  expect(limit.secondsToReset()).toBe(30)
  now += 30_000
  expect(limit.take()).toBe(true)
  limit.override = null
  expect(limit.limit).toBe(60)
})
