import { expect, it, vi } from 'vitest'
import { createFewAtOnce } from './few-at-once.ts'

const open = new AbortController().signal

it('runs two at a time, all of them, in order, and goes on behind one that fails', async () => {
  const fewAtOnce = createFewAtOnce()
  let running = 0
  let most = 0
  const started: number[] = []
  const work = (n: number) => async () => {
    started.push(n)
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 1))
    running -= 1
    if (n === 1) throw new Error('broken')
    return n
  }
  const ends = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => fewAtOnce(work(n), open)))
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(most).toBe(2)
  expect(started).toEqual([0, 1, 2, 3, 4])
})

it('never runs what was given up while it waited', async () => {
  const fewAtOnce = createFewAtOnce()
  const given = new AbortController()
  const releases: (() => void)[] = []
  const held = [0, 1].map(() => fewAtOnce(() => new Promise<void>((resolve) => releases.push(resolve)), open))
  let hasRun = false
  const waiting = fewAtOnce(async () => {
    hasRun = true
  }, given.signal)
  await vi.waitFor(() => expect(releases).toHaveLength(2))
  given.abort()
  for (const release of releases) release()
  await expect(waiting).rejects.toThrow()
  await Promise.all(held)
  expect(hasRun).toBe(false)
})

it('lets ten of a minute leave at once, and more at a pace that a small plan bears', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
  const fewAtOnce = createFewAtOnce()
  let left = 0
  const work = async () => {
    left += 1
  }
  const all = Array.from({ length: 30 }, () => fewAtOnce(work, open))
  await vi.advanceTimersByTimeAsync(0)
  expect(left).toBe(10)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(left).toBe(20)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(left).toBe(30)
  await Promise.all(all)
  vi.useRealTimers()
})
