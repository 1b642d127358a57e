import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { happenedBy, spanParts, timeLeft } from './time-left.ts'

const hour = 3_600_000
const instants = fc.integer({ min: 0, max: 4e12 })

describe('the time left', () => {
  it('is at most what the window leaves after the latest moment of the event', () => {
    expect(timeLeft(0, 72, 20 * hour)).toEqual({ kind: 'left', ms: 52 * hour, isSoon: false })
    expect(timeLeft(0, 72, 40 * hour)).toEqual({ kind: 'left', ms: 32 * hour, isSoon: true })
    expect(timeLeft(0, 168, 96 * hour)).toEqual({ kind: 'left', ms: 72 * hour, isSoon: false })
    expect(timeLeft(0, 168, 97 * hour)).toMatchObject({ kind: 'left', isSoon: true })
  })

  it('may be over already from the very end of the window on', () => {
    expect(timeLeft(0, 72, 72 * hour)).toEqual({ kind: 'late', sinceMs: 0 })
    expect(timeLeft(0, 72, 72 * hour - 1)).toMatchObject({ kind: 'left', ms: 1 })
  })

  it('is not known where nothing tells of the event, and has no end where the platform has no window', () => {
    expect(timeLeft(null, 72, 5)).toEqual({ kind: 'unknown' })
    expect(timeLeft(5, null, 5)).toEqual({ kind: 'open' })
  })

  it('is never longer than the window, never grows as time goes by, and holds for every earlier moment of the event', () => {
    const left = (by: number, hours: number, now: number) => {
      const found = timeLeft(by, hours, now)
      return found.kind === 'left' ? found.ms : found.kind === 'late' ? -found.sinceMs : Number.NaN
    }
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 8784 }), instants, fc.nat(1e9), (by, hours, now, more) => {
        expect(left(by, hours, now)).toBeLessThanOrEqual(hours * hour)
        expect(left(by, hours, now + more)).toBeLessThanOrEqual(left(by, hours, now))
        // Whoever knew the true moment would not count more.
        expect(left(by - more, hours, now)).toBeLessThanOrEqual(left(by, hours, now))
      }),
    )
  })
})

describe('a span in words', () => {
  it('is rounded up, so that "at most" holds', () => {
    expect(spanParts(1)).toEqual({ days: 0, hours: 1 })
    expect(spanParts(9 * hour)).toEqual({ days: 0, hours: 9 })
    expect(spanParts(52 * hour)).toEqual({ days: 2, hours: 4 })
    expect(spanParts(71.5 * hour)).toEqual({ days: 3, hours: 0 })
    expect(spanParts(73 * hour)).toEqual({ days: 4, hours: 0 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e10 }), (ms) => {
        const { days, hours } = spanParts(ms)
        expect((days * 24 + hours) * hour).toBeGreaterThanOrEqual(ms)
        expect((days * 24 + hours) * hour - ms).toBeLessThan(25 * hour)
      }),
    )
  })
})

it('the latest moment of an event is the earliest thing that lies after it', () => {
  expect(happenedBy([null, 7, 3])).toBe(3)
  expect(happenedBy([null, Number.NaN])).toBeNull()
})
