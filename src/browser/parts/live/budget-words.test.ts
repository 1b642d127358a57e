import { describe, expect, it } from 'vitest'
import { budgetFacts, wayHalt } from './budget-words.ts'

const budget = { limit: 60, left: 23, resetsInS: 12, ours: 25, others: 12 }
const closed = { state: 'closed' as const, probeInS: null }

describe('what is left of the budget', () => {
  it('is low below a fifth, and never more than the limit or less than nothing', () => {
    expect(budgetFacts(budget, 0, true)).toEqual({ left: 23, limit: 60, others: 12, isLow: false, isKept: false })
    expect(budgetFacts({ ...budget, left: 11 }, 0, true)?.isLow).toBe(true)
    expect(budgetFacts({ ...budget, left: 12 }, 0, true)?.isLow).toBe(false)
    expect(budgetFacts({ ...budget, left: 99 }, 0, true)?.left).toBe(60)
    expect(budgetFacts({ ...budget, left: -1 }, 0, true)?.left).toBe(0)
  })

  it('is kept for writes where nothing more can be read', () => {
    expect(budgetFacts({ ...budget, leftToRead: 0 }, 0, true)).toMatchObject({ left: 23, isLow: true, isKept: true })
    expect(budgetFacts({ ...budget, leftToRead: 1 }, 0, true)).toMatchObject({ isLow: false, isKept: false })
    expect(budgetFacts({ ...budget, left: 0, leftToRead: 0 }, 0, true)?.isKept).toBe(false)
  })

  it('is unknown without a limit, and without news once the minute is over', () => {
    expect(budgetFacts(undefined, 0, true)).toBeNull()
    expect(budgetFacts({ ...budget, limit: null }, 0, true)).toBeNull()
    expect(budgetFacts(budget, 60_001, false)).toBeNull()
    expect(budgetFacts(budget, 60_001, true)).not.toBeNull()
  })
})

describe('what holds up every question', () => {
  it('is an upstream that is silent, before a budget that is used up; else nothing', () => {
    const usedUp = { ...budget, left: 0 }
    expect(wayHalt({ budget, breaker: closed }, 1_000)).toBeNull()
    expect(wayHalt({ budget: usedUp, breaker: closed }, 1_000)).toEqual({ why: 'used-up', until: 13_000 })
    expect(wayHalt({ budget: usedUp, breaker: { state: 'open', probeInS: 5 } }, 1_000)).toEqual({
      why: 'silent',
      until: 6_000,
    })
    expect(wayHalt({ budget: { ...usedUp, resetsInS: null }, breaker: closed }, 1_000)).toBeNull()
    expect(wayHalt({}, 1_000)).toBeNull()
  })
})
