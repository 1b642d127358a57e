import { afterEach, describe, expect, it, vi } from 'vitest'
import { type LiveEvent, liveEvent } from '#contract/live.ts'
import { ContractError } from './contract-error.ts'
import { HttpError } from './http-error.ts'
import { NetworkError } from './network-error.ts'
import { stream } from './stream.ts'

const endpoint = { method: 'GET', path: '/bff/events', scope: null, event: liveEvent, status: 200 } as const

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function answer(body: BodyInit | null, type = 'text/event-stream', status = 200) {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(init)
    return new Response(body, { status, headers: { 'content-type': type } })
  })
  return asked
}

async function readAll(lastEventId: string | null = null) {
  const events: { id: string; event: LiveEvent | null }[] = []
  for await (const one of stream(endpoint, lastEventId, new AbortController().signal)) events.push(one)
  return events
}

describe('a stream of events', () => {
  it('is asked for with the static header, from behind the last event, and read against the contract', async () => {
    const asked = answer('id: 4\ndata: {"kind":"figures"}\n\nid: 5\ndata: {"kind":"gap"}\n\n')
    expect(await readAll('3')).toEqual([
      { id: '4', event: { kind: 'figures' } },
      { id: '5', event: { kind: 'gap' } },
    ])
    const headers = new Headers(asked[0]?.headers)
    expect(headers.get('last-event-id')).toBe('3')
    expect(headers.get('x-konektor-dashboard')).toBe('1')
  })

  it('passes over a kind that came with a later version, and keeps its place', async () => {
    answer('id: 9\ndata: {"kind":"weather","sky":"blue"}\n\n')
    expect(await readAll()).toEqual([{ id: '9', event: null }])
  })

  it.each(['{"kind":"hello"}', '{"kind":7}', '"figures"', '{', '{"kind":"leads","asOf":1,"leads":[{}],"arrived":[]}'])(
    'takes %s for a broken contract',
    async (data) => {
      answer(`data: ${data}\n\n`)
      await expect(readAll()).rejects.toBeInstanceOf(ContractError)
    },
  )

  it('takes a page of HTML for a broken contract, and an error answer for what it says', async () => {
    answer('<p>hello</p>', 'text/html')
    await expect(readAll()).rejects.toBeInstanceOf(ContractError)
    const error = { success: false, error: { code: 'BUSY', message: 'Later' } }
    answer(JSON.stringify(error), 'application/json', 503)
    await expect(readAll()).rejects.toBeInstanceOf(HttpError)
  })

  it('gives up a connection that is silent for 45 s, and lives on comments', async () => {
    vi.useFakeTimers()
    let say: (text: string) => void = () => {}
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        say = (text) => controller.enqueue(new TextEncoder().encode(text))
      },
    })
    vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
      const left = new TransformStream<Uint8Array, Uint8Array>()
      body.pipeTo(left.writable, signal == null ? {} : { signal }).catch(() => undefined)
      return new Response(left.readable, { headers: { 'content-type': 'text/event-stream' } })
    })
    const reading = readAll()
    const ended = expect(reading).rejects.toBeInstanceOf(NetworkError)
    for (let beat = 0; beat < 4; beat += 1) {
      await vi.advanceTimersByTimeAsync(40_000)
      say(': beat\n\n')
    }
    await vi.advanceTimersByTimeAsync(46_000)
    await ended
  })

  it('ends in silence where nobody reads it any more', async () => {
    const leaving = new AbortController()
    vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    })
    const reading = stream(endpoint, null, leaving.signal).next()
    leaving.abort()
    expect(await reading).toEqual({ done: true, value: undefined })
  })
})
