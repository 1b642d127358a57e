import { expect, it } from 'vitest'
import { fewAtOnce } from './few-at-once.ts'

it('runs two at a time, all of them, in order, and goes on behind one that fails', async () => {
  let running = 0
  let most = 0
  const started: number[] = []
  const signal = new AbortController().signal
  const work = (n: number) => async () => {
    started.push(n)
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 1))
    running -= 1
    if (n === 1) throw new Error('broken')
    return n
  }
  const ends = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => fewAtOnce(work(n), signal)))
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(most).toBe(2)
  expect(started).toEqual([0, 1, 2, 3, 4])
})

it('never runs what was given up while it waited', async () => {
  const given = new AbortController()
  const open = new AbortController().signal
  let release = () => {}
  const held = [0, 1].map(() => fewAtOnce(() => new Promise<void>((resolve) => (release = resolve)), open))
  let hasRun = false
  const waiting = fewAtOnce(async () => {
    hasRun = true
  }, given.signal)
  given.abort()
  release()
  await expect(waiting).rejects.toThrow()
  expect(hasRun).toBe(false)
  void held
})
