import { describe, expect, it } from 'vitest'
import { createVirtualClock } from '../testing/virtual-clock.ts'
import { fullJitter } from './full-jitter.ts'
import { createStreamLink, type News } from './stream-link.ts'

const hello: News = { id: '1', event: { kind: 'hello', resumed: false, pollEveryMs: 8_000 } }

function open(answers: ('break' | 'hello, break' | 'hello')[]) {
  const clock = createVirtualClock()
  const opened: { readonly at: number; readonly from: string | null }[] = []
  const ups: boolean[] = []
  let lastId: string | null = null
  const link = createStreamLink({
    open: async function* (from, signal) {
      opened.push({ at: clock.now(), from })
      const answer = answers.shift() ?? 'break'
      if (answer !== 'break') yield hello
      if (answer === 'hello') await new Promise((resolve) => signal.addEventListener('abort', resolve))
      else throw new Error('broken')
    },
    lastId: () => lastId,
    take: ({ id }) => {
      lastId = id
    },
    onUp: (isUp) => ups.push(isUp),
    later: clock.later,
    random: () => 1,
  })
  return {
    clock,
    link,
    opened,
    ups,
    waits: () => opened.slice(1).map(({ at }, index) => at - (opened[index]?.at ?? 0)),
  }
}

describe('the connection', () => {
  it('comes back slower each time it breaks, by 30 s at most, and quickly after it was well', async () => {
    const { clock, link, waits } = open([...Array(7).fill('break'), 'hello, break'])
    link.start()
    await clock.pass(200_000)
    expect(waits().slice(0, 9)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 1_000, 2_000])
  })

  it('goes on from the last event', async () => {
    const { clock, link, opened } = open(['hello, break', 'hello'])
    link.start()
    await clock.pass(5_000)
    expect(opened.map(({ from }) => from)).toEqual([null, '1'])
  })

  it('does not wait where there is reason to hope, nor disturbs one that is well', async () => {
    const { clock, link, opened, ups } = open(['break', 'break', 'break', 'hello'])
    link.start()
    await clock.pass(3_500)
    link.wake()
    await clock.pass(1)
    expect(opened).toHaveLength(4)
    link.wake()
    await clock.pass(60_000)
    expect(opened).toHaveLength(4)
    expect(ups).toEqual([false, false, false, true])
  })

  it('asks nobody once it was let go', async () => {
    const { clock, link, opened, ups } = open(['hello'])
    link.start()
    await clock.pass(10)
    link.stop()
    link.wake()
    await clock.pass(60_000)
    expect([opened.length, ups]).toEqual([1, [true]])
  })

  it('waits for anything between nothing and the bound', () => {
    expect([fullJitter(3, () => 0), fullJitter(3, () => 0.5), fullJitter(40, () => 1)]).toEqual([0, 2_000, 30_000])
  })
})
