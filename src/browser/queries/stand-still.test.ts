import { beforeEach, expect, it, vi } from 'vitest'
import { standStill } from './stand-still.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
  vi.advanceTimersByTime(10_000)
  return () => vi.useRealTimers()
})

it('lets the first window leave at once with all its figures, and of a hasty walk the last alone', async () => {
  const left: string[] = []
  const open = new AbortController().signal
  for (const figure of ['summary', 'funnel']) void standStill('a', open).then(() => left.push(`a ${figure}`))
  await vi.advanceTimersByTimeAsync(0)
  expect(left).toEqual(['a summary', 'a funnel'])
  for (const window of ['b', 'c', 'd']) {
    const given = new AbortController()
    standStill(window, given.signal).then(
      () => left.push(window),
      () => undefined,
    )
    await vi.advanceTimersByTimeAsync(100)
    if (window !== 'd') given.abort()
  }
  expect(left).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(250)
  expect(left.slice(2)).toEqual(['d'])
})
