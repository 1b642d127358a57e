import { expect, it } from 'vitest'
import { Mismatch, Unchecked } from './clause.ts'
import { politeClient } from './polite-client.ts'

const minute = 60_000
const target = '/api/v2/agent/workspace'

/** A server of `limit` requests a minute, `retryAfter` in its refusals, and a clock that only sleeping moves. */
function world(limit: number, retryAfter: string | null = '60') {
  const sleeps: number[] = []
  const requests: Request[] = []
  let time = 0
  let used = 0
  const fetch = async (request: Request) => {
    requests.push(request)
    used += 1
    const headers = new Headers({
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, limit - used)),
      'x-ratelimit-reset': String((Math.floor(time / minute) + 1) * 60),
    })
    if (used <= limit) return new Response('{}', { headers })
    if (retryAfter !== null) headers.set('retry-after', retryAfter)
    return new Response('{}', { status: 429, headers })
  }
  const sleep = async (ms: number) => {
    sleeps.push(ms)
    const before = Math.floor(time / minute)
    time += ms
    if (Math.floor(time / minute) > before) used = 0
  }
  return { sleeps, requests, fetch, sleep, now: () => time }
}

it('leaves a fifth of the window to others, and is never refused', async () => {
  const server = world(10)
  const client = politeClient('http://a.test', 'key', server, () => undefined)
  for (let call = 0; call < 30; call += 1) expect((await client.send({ target })).status).toBe(200)
  expect(server.sleeps).toHaveLength(3)
  expect(client.seen).toHaveLength(30)
})

it('waits as long as a 429 asks for, and says so; a minute where it asks for nothing', async () => {
  for (const [retryAfter, waited] of [
    ['60', 60_000],
    [null, 60_000],
  ] as const) {
    const server = world(0, retryAfter)
    const lines: string[] = []
    const client = politeClient('http://a.test', 'key', server, (line) => lines.push(line))
    await expect(client.send({ target })).rejects.toThrow(Unchecked)
    expect(server.sleeps).toContain(waited)
    expect(lines.join()).toContain('waiting 60 s')
  }
})

it('does not wait until tomorrow', async () => {
  const server = world(0, '30000')
  await expect(politeClient('http://a.test', 'key', server, () => undefined).send({ target })).rejects.toThrow(
    Unchecked,
  )
  expect(server.sleeps).toEqual([])
})

it('follows no redirect, and calls a lost answer by its path', async () => {
  const server = world(10)
  await politeClient('http://a.test', 'key', server, () => undefined).send({ target: `${target}?search=Budi` })
  expect(server.requests[0]?.redirect).toBe('manual')
  const broken = { ...server, fetch: () => Promise.reject(new Error('key')) }
  const lost = politeClient('http://a.test', 'key', broken, () => undefined).send({ target: `${target}?search=Budi` })
  await expect(lost).rejects.toThrow(new Mismatch(`GET ${target} got no whole answer`))
})
