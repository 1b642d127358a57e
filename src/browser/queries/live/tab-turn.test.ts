import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../testing/virtual-clock.ts'
import { createTabTurn, letGoAfterMs } from './tab-turn.ts'

/** One lock for all tabs, given in the order of asking, as `navigator.locks` does. */
function createFakeLocks() {
  const waiting: (() => void)[] = []
  let isHeld = false
  const next = () => {
    if (!isHeld) waiting.shift()?.()
  }
  async function request(_name: string, options: LockOptions, held: () => Promise<void>): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const grant = () => {
        isHeld = true
        resolve()
      }
      options.signal?.addEventListener('abort', () => {
        const at = waiting.indexOf(grant)
        if (at >= 0) waiting.splice(at, 1)
        reject(options.signal?.reason)
      })
      waiting.push(grant)
      next()
    })
    try {
      await held()
    } finally {
      isHeld = false
      next()
    }
  }
  return { request } as unknown as Pick<LockManager, 'request'>
}

function createBrowser(tabCount: number, locks: Pick<LockManager, 'request'> | null = createFakeLocks()) {
  const clock = createVirtualClock()
  const holders = new Set<number>()
  const tabs = Array.from({ length: tabCount }, (_, tab) => {
    let isHidden = false
    const turn = createTabTurn({
      locks,
      isHidden: () => isHidden,
      later: clock.later,
      begin: () => void holders.add(tab),
      end: () => void holders.delete(tab),
    })
    turn.look()
    return {
      isHidden: () => isHidden,
      show: (isShown: boolean) => {
        isHidden = !isShown
        turn.look()
      },
      close: turn.leave,
    }
  })
  return { clock, holders, tabs, holder: () => [...holders] }
}

describe('the turn to hold the stream', () => {
  it('is one tab’s of many, and passes on when that is closed', async () => {
    const { clock, tabs, holder } = createBrowser(8)
    await clock.pass(0)
    expect(holder()).toEqual([0])
    tabs[0]?.close()
    await clock.pass(0)
    expect(holder()).toEqual([1])
  })

  it('is kept for 30 s by a tab that is hidden, then goes to one that is visible', async () => {
    const { clock, tabs, holder } = createBrowser(2)
    await clock.pass(0)
    tabs[0]?.show(false)
    await clock.pass(letGoAfterMs - 1)
    expect(holder()).toEqual([0])
    await clock.pass(1)
    expect(holder()).toEqual([1])
    tabs[1]?.show(false)
    await clock.pass(letGoAfterMs)
    expect(holder()).toEqual([])
    tabs[0]?.show(true)
    await clock.pass(0)
    expect(holder()).toEqual([0])
  })

  it('is not given up by a tab that is back in time', async () => {
    const { clock, tabs, holder } = createBrowser(2)
    await clock.pass(0)
    tabs[0]?.show(false)
    await clock.pass(letGoAfterMs - 1)
    tabs[0]?.show(true)
    await clock.pass(letGoAfterMs * 2)
    expect(holder()).toEqual([0])
  })

  it('is every visible tab’s own where the browser has no locks', async () => {
    const { clock, tabs, holder } = createBrowser(3, null)
    await clock.pass(0)
    expect(holder()).toEqual([0, 1, 2])
    tabs[1]?.show(false)
    await clock.pass(letGoAfterMs)
    expect(holder()).toEqual([0, 2])
  })

  it('is never two tabs’, and never nobody’s while one is visible, whatever is shown and hidden', async () => {
    const step = fc.record({ tab: fc.nat(3), isShown: fc.boolean(), ms: fc.constantFrom(0, 5_000, letGoAfterMs) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { clock, tabs, holders } = createBrowser(4)
        for (const { tab, isShown, ms } of steps) {
          tabs[tab]?.show(isShown)
          await clock.pass(ms)
          expect(holders.size).toBeLessThanOrEqual(1)
        }
        await clock.pass(letGoAfterMs)
        expect(holders.size).toBe(tabs.some((one) => !one.isHidden()) ? 1 : 0)
      }),
      { numRuns: process.env.PROVE === '1' ? 3_000 : 60 },
    )
  })
})
