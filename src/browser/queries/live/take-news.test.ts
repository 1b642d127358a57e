// @vitest-environment jsdom
import { InfiniteQueryObserver, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { LiveEvent } from '#contract/live.ts'
import { isKeyRefused, openKeyGate } from '../key-gate.ts'
import { leadListQuery } from '../lead-list.ts'
import { setLiveLink } from '../live-link.ts'
import { createQueryClient } from '../query-client.ts'
import { summaryQuery } from '../summary.ts'
import { createFigureTurn } from './figure-turn.ts'
import { createNewsTaker } from './take-news.ts'

const minute = 60_000
const way = {
  kind: 'way',
  budget: { limit: 60, left: 23, resetsInS: 12, ours: 5, others: 12 },
  breaker: { state: 'closed', probeInS: null },
  keyRefused: false,
  pollEveryMs: 8_000,
} as const satisfies LiveEvent

/** The path and the purpose of every question. */
let asked: string[]
let client: ReturnType<typeof createQueryClient>
let stop: (() => void)[]

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  setLiveLink({ touchedAt: Date.now() })
  client = createQueryClient()
  asked = []
  stop = []
  vi.stubGlobal('fetch', async (target: string, init: RequestInit) => {
    asked.push(`${target.split(/[?]/)[0]} ${new Headers(init.headers).get('x-konektor-purpose')}`)
    const data = target.includes('/leads') ? [buildLead()] : { totalLeads: asked.length }
    return Response.json({ success: true, data, pagination: { total: 99, nextCursor: 'next' } })
  })
})

afterEach(() => {
  for (const end of stop) end()
  client.clear()
  openKeyGate()
  setLiveLink({ touchedAt: null })
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function showList() {
  const observer = new InfiniteQueryObserver(client, leadListQuery({}))
  stop.push(observer.subscribe(() => undefined))
  await vi.advanceTimersByTimeAsync(1)
  asked.length = 0
  return observer
}

function figures(isHidden = () => false) {
  stop.push(new QueryObserver(client, summaryQuery({ timeframe: 'all_time' })).subscribe(() => undefined))
  return createFigureTurn(client, { now: Date.now, isHidden })
}

describe('a gap', () => {
  it('asks again for a list with one page, as a refresh that steps back for who waits', async () => {
    await showList()
    createNewsTaker(client, () => undefined).take({ kind: 'hello', resumed: false, pollEveryMs: 8_000 }, Date.now())
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toEqual(['/api/v2/agent/leads refresh'])
  })

  it('leaves a list alone that has grown: it is never asked for whole', async () => {
    const list = await showList()
    void list.fetchNextPage()
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toEqual(['/api/v2/agent/leads null'])
    createNewsTaker(client, () => undefined).take({ kind: 'gap' }, Date.now())
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toHaveLength(1)
  })

  it('asks for nothing where nothing was missed', async () => {
    await showList()
    createNewsTaker(client, () => undefined).take({ kind: 'hello', resumed: true, pollEveryMs: 8_000 }, Date.now())
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toEqual([])
  })
})

it('takes figures for changed where a stream begins anew, but not as the page begins', () => {
  const changed = vi.fn()
  const { take } = createNewsTaker(client, changed)
  take({ kind: 'hello', resumed: false, pollEveryMs: 8_000 }, 1)
  expect(changed).not.toHaveBeenCalled()
  take({ kind: 'hello', resumed: false, pollEveryMs: 8_000 }, 2)
  expect(changed).toHaveBeenCalledOnce()
})

describe('the way', () => {
  it('goes into the status that screens read, with the time it was heard', () => {
    client.setQueryData(['status'], { data: { version: '1' }, asOf: 1 })
    createNewsTaker(client, () => undefined).take(way, 7)
    const { budget, breaker } = way
    expect(client.getQueryData(['status'])).toEqual({
      data: { version: '1', budget, breaker, keyRefused: false },
      asOf: 7,
    })
  })

  it('stops all questions while the key is refused, and lets them go on when it is taken again', () => {
    const { take } = createNewsTaker(client, () => undefined)
    take({ ...way, keyRefused: true }, 1)
    expect(isKeyRefused()).toBe(true)
    take(way, 2)
    expect(isKeyRefused()).toBe(false)
  })

  it('asks again for what has failed once Konektor answers, and for nothing else', async () => {
    const { take } = createNewsTaker(client, () => undefined)
    const list = await showList()
    const read = vi.fn().mockRejectedValueOnce(new Error('silent')).mockResolvedValue('here')
    const failed = new QueryObserver(client, { queryKey: ['failed'], queryFn: read, retry: false })
    stop.push(failed.subscribe(() => undefined))
    await vi.advanceTimersByTimeAsync(1)
    take({ ...way, breaker: { state: 'open', probeInS: 5 } }, 1)
    await vi.advanceTimersByTimeAsync(1)
    expect(failed.getCurrentResult().status).toBe('error')
    take(way, 2)
    await vi.advanceTimersByTimeAsync(1)
    expect(failed.getCurrentResult().data).toBe('here')
    expect([list.getCurrentResult().isSuccess, asked]).toEqual([true, []])
  })
})

describe('figures that have changed', () => {
  it('are asked for at once, as a refresh, and once: the server tells when', async () => {
    const turn = figures()
    await vi.advanceTimersByTimeAsync(1_000)
    asked.length = 0
    turn.changed()
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toEqual(['/api/v2/agent/analytics/summary refresh'])
    turn.look()
    await vi.advanceTimersByTimeAsync(10 * minute)
    expect(asked).toHaveLength(1)
  })

  it('wait in a hidden tab until it is shown', async () => {
    let isHidden = true
    const turn = figures(() => isHidden)
    await vi.advanceTimersByTimeAsync(1_000)
    asked.length = 0
    turn.changed()
    await vi.advanceTimersByTimeAsync(minute)
    expect(asked).toEqual([])
    isHidden = false
    turn.look()
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toHaveLength(1)
  })
})
