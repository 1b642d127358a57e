import { expect, it } from 'vitest'
import { openTrafficBook } from './traffic-book.ts'
import type { UpstreamAnswer } from './upstream-call.ts'
import { UpstreamFailure } from './upstream-failure.ts'

const minuteMs = 60_000
const endsAt = 10 * minuteMs

function answer(answeredAt: number): UpstreamAnswer {
  const headers = {
    'x-ratelimit-limit': '200',
    'x-ratelimit-remaining': '150',
    'x-ratelimit-reset': String(endsAt / 1000),
  }
  return { status: 200, headers, text: '', json: {}, documented: true, answeredAt }
}

it('counts as ours what was sent in the minute that is told of, and nothing before it', async () => {
  let now = 0
  const book = openTrafficBook(() => now)
  const call = book.observe(async () => answer(now))
  for (const sentAt of [endsAt - minuteMs - 2, endsAt - minuteMs - 1, endsAt - minuteMs, endsAt - 1]) {
    now = sentAt
    await call({ name: 'workspace' })
  }
  expect(book.read().requests).toMatchObject({ limit: 200, remaining: 150, ours: 2, endsAt })
})

it('keeps no error of a call whose client went away', async () => {
  const book = openTrafficBook()
  for (const kind of ['left', 'unreachable'] as const) {
    const call = book.observe(() => Promise.reject(new UpstreamFailure(kind, false)))
    await expect(call({ name: 'workspace' })).rejects.toThrow()
  }
  expect(book.read().errors).toHaveLength(1)
})
