import { afterEach, expect, test } from 'vitest'
import { noteServerTime, onServerClock, serverAheadMs, serverNow, setServerAhead } from './server-clock.ts'

afterEach(() => setServerAhead(0))

test('follows the server once an answer has told, and not the noise of single answers', () => {
  const now = Date.now()
  noteServerTime(new Date(now + 40 * 60_000).toUTCString(), now)
  const ahead = serverNow() - Date.now()
  expect(Math.abs(ahead - 40 * 60_000)).toBeLessThanOrEqual(1000)
  noteServerTime(new Date(now + 40 * 60_000 + 1200).toUTCString(), now)
  expect(serverNow() - Date.now()).toBeCloseTo(ahead, -2)
})

test('is the browser’s own where the two agree, and where the header is missing or broken', () => {
  noteServerTime(new Date().toUTCString())
  noteServerTime(null)
  noteServerTime('yesterday')
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(50)
})

test('tells those who listen when it learns of a difference, once', () => {
  let told = 0
  const deafen = onServerClock(() => {
    told += 1
  })
  const now = Date.now()
  for (const late of [0, 300, 900]) noteServerTime(new Date(now + 60_000).toUTCString(), now + late)
  expect(told).toBe(1)
  expect(Math.abs(serverAheadMs() - 60_000)).toBeLessThanOrEqual(1000)
  deafen()
  setServerAhead(0)
  expect(told).toBe(1)
})
