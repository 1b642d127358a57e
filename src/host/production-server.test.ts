import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RecordingUpstream, startRecordingUpstream } from '#bff/recording/recording-upstream.ts'
import { securityHeaders } from './security-headers.ts'
import { listen, saveNote } from './testing/live-client.ts'
import { ownHeaders } from './testing/own-headers.ts'
import { sendLines, sendRaw } from './testing/raw-request.ts'
import { liveEnvironment, type RunningServer, startServer } from './testing/running-server.ts'
import { dribble } from './testing/slow-client.ts'
import { ensureBuild, temporaryRoot } from './testing/temporary-root.ts'

const expected = securityHeaders({ kind: 'production' }, false)

let server: RunningServer
let upstream: RecordingUpstream
let root: ReturnType<typeof temporaryRoot>
let open: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  await ensureBuild()
  upstream = await startRecordingUpstream()
  root = temporaryRoot('')
  server = await startServer(['dist/server/serve.js'], root.path, liveEnvironment(upstream.baseUrl))
  // First, so that it has become old when it is looked at again.
  open = await listen(server.port)
}, 180_000)
afterAll(async () => {
  expect(await server.stop('SIGINT')).toBe(0)
  await upstream.close()
  root.remove()
})

test('puts the headers on what Node’s parser refuses', async () => {
  const overlong = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`
  const broken = ['GARBAGE\r\n\r\n', 'GET /\x01 HTTP/1.1\r\n\r\n', overlong]
  for (const text of broken) {
    const answer = await sendRaw(server.port, text)
    expect([400, 431]).toContain(answer.status)
    expect(answer.headers).toMatchObject(expected)
  }
})

test('answers what came whole before something broken, and both in order', async () => {
  const head = Object.entries({ Host: `127.0.0.1:${server.port}`, ...ownHeaders }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  const good = `GET /bff/status HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`
  const answer = await sendRaw(server.port, `${good}GARBAGE\r\n\r\n`)
  expect(answer.status).toBe(200)
  expect(answer.body).toContain('"kind":"live"')
  expect(answer.body).toContain('HTTP/1.1 400')
})

test('ends the connection of a client that goes on sending what nobody reads', async () => {
  const early = await dribble(
    server.port,
    `POST / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 999\r\n\r\n`,
  )
  expect([early.status, early.answers]).toEqual([405, 1])
  expect(early.ms).toBeLessThan(2_000)
})

test('answers a few requests sent at once in their order, and ends the connection of who sends hundreds', async () => {
  const head = Object.entries({ Host: `127.0.0.1:${server.port}`, ...ownHeaders }).map((pair) => pair.join(': '))
  const get = (target: string) => `GET ${target} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`
  upstream.requests.length = 0
  const few = await sendRaw(server.port, `${get('/icon.svg').repeat(9)}${get('/bff/none').repeat(6)}GARBAGE\r\n\r\n`)
  expect(`HTTP/1.1 ${few.status}${few.body}`.match(/HTTP\/1\.1 \d+/g)).toEqual([
    ...Array(9).fill('HTTP/1.1 200'),
    ...Array(6).fill('HTTP/1.1 404'),
    'HTTP/1.1 400',
  ])
  const reads = Array.from({ length: 300 }, (_, page) => get(`/api/v2/agent/leads?page=${page + 1}`))
  await sendRaw(server.port, reads.join('')).catch(() => undefined)
  expect(upstream.requests.length).toBeLessThanOrEqual(16)
  expect((await sendLines(server.port, '/bff/status', { headers: ownHeaders })).status).toBe(200)
})

test('keeps assets for ever, checks pages each time, and knows no unknown asset (S17)', async () => {
  const navigate = { Accept: 'text/html', 'Sec-Fetch-Mode': 'navigate' }
  const page = await sendLines(server.port, '/leads/some-lead', { headers: navigate })
  expect(page.status).toBe(200)
  expect(page.headers['cache-control']).toBe('no-cache')
  const asset = /\/assets\/[^"]+\.js/.exec(page.body)?.[0] ?? ''
  const plain = await sendLines(server.port, asset)
  expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  const packed = await sendLines(server.port, asset, { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect(packed.headers['content-encoding']).toBe('br')
  expect(Number(packed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 2)
  const again = await sendLines(server.port, '/', { headers: { 'If-None-Match': page.headers.etag ?? '' } })
  expect(again.status).toBe(304)
  expect((await sendLines(server.port, '/assets/unknown.js', { headers: navigate })).status).toBe(404)
  expect((await sendLines(server.port, '/unknown.png')).status).toBe(404)
  expect((await sendLines(server.port, '/', { method: 'POST', headers: { 'Content-Length': '0' } })).status).toBe(405)
  expect((await sendLines(server.port, '/bff/status', { headers: ownHeaders })).headers['cache-control']).toBe(
    'no-store',
  )
})

test('keeps a live stream open beyond all time limits of a request, and shows that it lives (S19)', async () => {
  const { stream } = open
  const told = stream.until('leads')
  await expect.poll(stream.heartbeats, { timeout: 20_000 }).toBe(1)
  await saveNote(server.port, 'Still there')
  expect((await told).leads[0]?.notes).toContain('Still there')
  await stream.leave()
})
