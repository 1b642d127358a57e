import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVirtualClock } from '../writes/testing/virtual-clock.ts'
import { createPaced } from './paced.ts'

test('whenever it is asked: it runs after each asking within its time, and never twice within it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 250 }), { maxLength: 30 }), async (pauses) => {
      const clock = createVirtualClock()
      const runs: number[] = []
      const asked: number[] = []
      const paced = createPaced(clock, 100, () => void runs.push(clock.now()))
      for (const pause of pauses) {
        asked.push(clock.now())
        paced.ask()
        await clock.advance(pause)
      }
      await clock.runOut()
      for (const at of asked) expect(runs.some((run) => run >= at && run - at <= 100)).toBe(true)
      for (const [index, run] of runs.entries()) expect(run - (runs[index - 1] ?? -1000)).toBeGreaterThanOrEqual(100)
    }),
    { numRuns: 50 },
  )
})

test('runs no more after its end', async () => {
  const clock = createVirtualClock()
  let runs = 0
  const paced = createPaced(clock, 100, () => {
    runs += 1
  })
  paced.ask()
  paced.ask()
  paced.end()
  paced.ask()
  await clock.runOut()
  expect(runs).toBe(1)
})
