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

it('counts what a rival spends in the course of the minute', () => {
  let now = Date.parse('2026-01-01T00:00:00Z')
  const limit = new RateLimit('starter', null, () => now)
  limit.rivalPerMinute = 60
  expect(limit.take()).toBe(true)
  now += 30_000
  expect(limit.headers()['x-ratelimit-remaining']).toBe('29')
  now += 29_900
  expect([limit.take(), limit.headers()['x-ratelimit-remaining']]).toEqual([false, '0'])
})
