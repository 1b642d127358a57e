import { describe, expect, it } from 'vitest'
import { buildOwnWrite } from './build-own-write.ts'
import type { OwnWrite } from './own-write.ts'
import { nextPollAt } from './poll-pace.ts'

const nothing = { at: 0, failures: 0 }
const ask = (write: Partial<OwnWrite>, now: number, last = nothing, isInFlight = false, isTold = false) =>
  nextPollAt([buildOwnWrite(write)], () => isInFlight, now, last, isTold)

describe('the pace of asking', () => {
  it('is none while nothing is under way', () => {
    expect(nextPollAt([], () => false, 0, nothing, false)).toBeNull()
    expect(ask({ state: 'saved', endedAt: 1 }, 0)).toBeNull()
    expect(ask({ isUnconfirmed: true }, 0)).toBeNull()
  })

  it('aims at the moment after a grace, then every second, then slower', () => {
    expect(ask({ dueAt: 5_000 }, 100)).toBe(5_300)
    expect(ask({ dueAt: 5_000 }, 5_300, { at: 5_300, failures: 0 })).toBe(6_300)
    expect(ask({ dueAt: 5_000 }, 30_000, { at: 30_000, failures: 0 })).toBe(32_000)
    expect(ask({ dueAt: 5_000 }, 90_000, { at: 90_000, failures: 0 })).toBe(95_000)
  })

  it('leaves time to be told, where the proxy tells by itself', () => {
    expect(ask({ dueAt: 5_000 }, 100, nothing, false, true)).toBe(9_000)
    expect(ask({ dueAt: 5_000 }, 9_000, { at: 9_000, failures: 0 }, false, true)).toBe(14_000)
  })

  it('slows down while nobody answers', () => {
    expect(ask({ dueAt: 5_000 }, 6_000, { at: 6_000, failures: 1 })).toBe(8_000)
    expect(ask({ dueAt: 5_000 }, 60_000, { at: 60_000, failures: 6 })).toBe(65_000)
  })

  it('asks by other means for an answer that takes long', () => {
    expect(ask({ state: 'waiting', sentAt: 1_000, dueAt: null }, 1_000, nothing, true)).toBe(4_000)
  })
})
