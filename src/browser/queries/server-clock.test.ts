import { afterEach, expect, test } from 'vitest'
import { noteServerTime, onServerClock, serverAheadMs, serverNow, setServerAhead } from './server-clock.ts'

afterEach(() => setServerAhead(0))

function hear(serverMs: number, heardAt: number, tookMs = 5): void {
  noteServerTime({ date: new Date(serverMs).toUTCString(), heardAt, tookMs })
}

test('follows the server once an answer has told, and not the noise of single answers', () => {
  const now = Date.now()
  hear(now + 40 * 60_000, now)
  const ahead = serverNow() - Date.now()
  expect(Math.abs(ahead - 40 * 60_000)).toBeLessThanOrEqual(1000)
  hear(now + 40 * 60_000 + 1200, now)
  expect(serverNow() - Date.now()).toBeCloseTo(ahead, -2)
})

test('is the browser’s own where the two agree, and where the header is missing or broken', () => {
  hear(Date.now(), Date.now())
  for (const date of [null, 'yesterday']) noteServerTime({ date, heardAt: Date.now(), tookMs: 5 })
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(50)
})

test('tells those who listen when it learns of a difference, once', () => {
  let told = 0
  const deafen = onServerClock(() => {
    told += 1
  })
  const now = Date.now()
  for (const late of [0, 300, 900]) hear(now + 60_000, now + late)
  expect(told).toBe(1)
  expect(Math.abs(serverAheadMs() - 60_000)).toBeLessThanOrEqual(1000)
  deafen()
  setServerAhead(0)
  expect(told).toBe(1)
})

test('hears nothing in an answer that was long on its way, and takes no clock that is days off', () => {
  const now = Date.now()
  hear(now - 6000, now, 6000)
  expect(serverAheadMs()).toBe(0)
  for (const odd of [1e300, Number.NaN, -1e12]) {
    setServerAhead(odd)
    expect(serverAheadMs()).toBe(0)
  }
})
