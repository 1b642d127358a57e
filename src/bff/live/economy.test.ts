import { expect, test } from 'vitest'
import { planLimits } from '#contract/vocabularies.ts'
import { type EconomyPlan, type EconomyResult, simulateEconomy } from './testing/economy.ts'

const minute = 60_000
/** Ten minutes of a workspace at work, beside a program that takes twenty calls a minute. */
const busy: EconomyPlan = {
  limit: planLimits.starter,
  dashboards: 1,
  openWithinMs: minute,
  countAfterMs: 0,
  minutes: 10,
  editors: 3,
  rivalPerMinute: 20,
  // No multiple of any pace: changes come at every moment between two looks.
  elsewhereEveryMs: 17_000,
}
const at = (sorted: readonly number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN

test('on the smallest plan, two hundred dashboards cost no more than one: nobody waits, nothing is refused', async () => {
  const results = new Map<number, EconomyResult>()
  for (const dashboards of [1, 10, 50, 200]) results.set(dashboards, await simulateEconomy({ ...busy, dashboards }))
  const alone = results.get(1)?.calls ?? Number.NaN
  for (const [dashboards, result] of results) {
    expect(result.calls / alone, `${dashboards} dashboards`).toBeLessThanOrEqual(1.2)
    // Not even those that a rival could have forced on us.
    expect(result.tooOften).toBe(0)
    expect(result.background).toBeLessThanOrEqual(0.3 * busy.limit * (busy.minutes + 1))
    expect(result.stale).toBe(0)
    expect([result.editsFailed, result.editMs.length]).toEqual([0, 60])
    expect(at(result.editMs, 0.95)).toBeLessThanOrEqual(3000)
    expect([result.untold, result.toldMs.length]).toEqual([0, 35])
    expect(at(result.toldMs, 1)).toBeLessThanOrEqual(12_000)
  }
})

test('on the next plan a change made elsewhere is told within ten seconds', async () => {
  const result = await simulateEconomy({ ...busy, limit: planLimits.pro, dashboards: 25 })
  expect([result.untold, result.toldMs.length]).toEqual([0, 35])
  expect(at(result.toldMs, 1)).toBeLessThanOrEqual(10_000)
})

test('twenty-five dashboards before which nobody sits cost thirty calls in ten minutes at most', async () => {
  const quiet = { ...busy, dashboards: 25, editors: 0, rivalPerMinute: 0, elsewhereEveryMs: 0 }
  const result = await simulateEconomy({ ...quiet, countAfterMs: 3 * minute, minutes: 12 })
  expect(result.calls).toBeLessThanOrEqual(30)
  expect(result.calls).toBeGreaterThanOrEqual(20)
})
