import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildBff, pageHeaders, testOrigin } from '../build-bff.ts'
import type { Fault } from '../recording/recording-fault.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'
import { decodeBody } from './decode-body.ts'
import { answerLimitBytes } from './exchange.ts'
import { standardTiming, type Timing } from './timing.ts'

const upstream = await upstreamForTests()

async function readUnder(fault: Fault, timing: Partial<Timing> = {}) {
  upstream.fail({ fault })
  const { ask } = buildBff(upstream, { timing })
  const startedAt = performance.now()
  const response = await ask('GET', '/api/v2/agent/leads')
  const { error } = (await response.json()) as { error?: { code: string } }
  return { status: response.status, code: error?.code, ms: performance.now() - startedAt }
}

test('the bounds are those of the promise', () => {
  expect(standardTiming).toEqual({ connectMs: 3000, firstByteMs: 10_000, readMs: 20_000, writeMs: 30_000 })
  expect(answerLimitBytes).toBe(5 * 1024 * 1024)
})

test.each<[string, Fault]>([
  ['a redirect', { kind: 'redirect', status: 302, location: 'https://evil.example/' }],
  ['a permanent redirect to itself', { kind: 'redirect', status: 308, location: '/api/v2/agent/leads' }],
  ['garbage', { kind: 'garbage' }],
  ['a truncated body', { kind: 'truncated' }],
  ['HTML', { kind: 'content type', value: 'text/html' }],
  ['something almost JSON', { kind: 'content type', value: 'application/jsonx' }],
  ['too much', { kind: 'oversized', bytes: answerLimitBytes }],
  ['a gzip bomb', { kind: 'gzip bomb', bytes: 4 * answerLimitBytes }],
  [
    'JSON that is no object',
    { kind: 'raw', status: 200, headers: { 'content-type': 'application/json' }, body: '[1]' },
  ],
  [
    'a body that is not what its encoding says',
    {
      kind: 'raw',
      status: 200,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: '{}',
    },
  ],
  [
    'two encodings',
    {
      kind: 'raw',
      status: 200,
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip, gzip' },
      body: '{}',
    },
  ],
  ['no content', { kind: 'raw', status: 204, headers: {}, body: '' }],
])('%s ends in 502, with one call', async (_, fault) => {
  const found = await readUnder(fault)
  expect([found.status, found.code]).toEqual([502, 'UPSTREAM_INVALID'])
  expect(upstream.requests).toHaveLength(1)
})

test.each(['gzip', 'br', 'deflate'] as const)('one layer of %s is undone', async (encoding) => {
  expect((await readUnder({ kind: 'encoded', encoding })).status).toBe(200)
})

test('a bomb of 256 MiB unfolds to no more than 32 MiB', async () => {
  const bytes = gzipSync(Buffer.alloc(256 * 1024 * 1024, 0x20)) as Buffer<ArrayBuffer>
  const raw = { status: 200, headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, bytes }
  const before = process.memoryUsage()
  expect(await decodeBody(raw)).toBeNull()
  const after = process.memoryUsage()
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(32 * 1024 * 1024)
})

test('silence ends at the bound for the first byte', async () => {
  const found = await readUnder({ kind: 'silence', committed: true }, { firstByteMs: 100, readMs: 8000 })
  expect([found.status, found.code]).toEqual([504, 'UPSTREAM_TIMEOUT'])
  expect(found.ms).toBeGreaterThan(90)
  expect(found.ms).toBeLessThan(4000)
})

test('a body that drips ends at the bound for the whole read', async () => {
  const found = await readUnder({ kind: 'slow body', ms: 20 }, { readMs: 300 })
  expect([found.status, found.code]).toEqual([504, 'UPSTREAM_TIMEOUT'])
  expect(found.ms).toBeGreaterThan(280)
})

test('a reset and a closed port are unreachable, and the next read is served', async () => {
  upstream.fail({ fault: { kind: 'reset', committed: false }, times: 3 })
  const { ask } = buildBff(upstream)
  const broken = await ask('GET', '/api/v2/agent/leads')
  expect(await broken.json()).toMatchObject({ error: { code: 'UPSTREAM_UNREACHABLE' } })
  expect((await ask('GET', '/api/v2/agent/leads')).status).toBe(200)
  const nobody = buildBff(upstream, { upstream: { kind: 'live', baseUrl: new URL('http://127.0.0.1:9') } })
  expect((await nobody.ask('GET', '/api/v2/agent/leads')).status).toBe(502)
})

test('an upstream that accepts no connection is given up at the bound for connecting', async () => {
  // A process that listens and then stands still: once its queue is full, the kernel answers nobody.
  const script =
    'const s=require("net").createServer();s.listen({port:0,host:"127.0.0.1",backlog:1},()=>{' +
    'require("fs").writeSync(1,s.address().port+"\\n");Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0,20000)})'
  const still = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [port] = (await once(createInterface({ input: still.stdout }), 'line')) as [string]
  const fillers = Array.from({ length: 4 }, () => connect(Number(port), '127.0.0.1').on('error', () => undefined))
  try {
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { ask } = buildBff(upstream, {
      upstream: { kind: 'live', baseUrl: new URL(`http://127.0.0.1:${port}`) },
      timing: { connectMs: 300 },
    })
    const startedAt = performance.now()
    const response = await ask('POST', '/bff/tickets', { subject: 'Hello', message: 'There' })
    expect(await response.json()).toMatchObject({ error: { code: 'UPSTREAM_UNREACHABLE' } })
    expect(performance.now() - startedAt).toBeLessThan(2500)
  } finally {
    for (const filler of fillers) filler.destroy()
    still.kill('SIGKILL')
  }
})

test('a client that leaves cancels its read', async () => {
  upstream.fail({ fault: { kind: 'silence', committed: true } })
  const { bff } = buildBff(upstream, { timing: { firstByteMs: 15_000, readMs: 15_000 } })
  const leaving = new AbortController()
  const asked = bff.fetch(
    new Request(`${testOrigin}/api/v2/agent/leads`, { headers: pageHeaders, signal: leaving.signal }),
  )
  await expect.poll(() => upstream.requests.length).toBe(1)
  leaving.abort()
  expect(await upstream.requests[0]?.ended).toBe('left')
  expect((await asked).status).toBe(502)
})

test('a client that leaves does not cancel a write', async () => {
  upstream.fail({ fault: { kind: 'latency', ms: 60 } })
  const { bff, desk } = buildBff(upstream)
  const leaving = new AbortController()
  const headers = { ...pageHeaders, 'content-type': 'application/json' }
  const body = JSON.stringify({ subject: 'Hello', message: 'There' })
  const asked = bff.fetch(
    new Request(`${testOrigin}/bff/tickets`, { method: 'POST', headers, body, signal: leaving.signal }),
  )
  await expect.poll(() => upstream.requests.length).toBe(1)
  leaving.abort()
  expect(await upstream.requests[0]?.ended).toBe('answered')
  await asked
  expect(desk.listTickets()).toMatchObject([{ outcome: 'sent', ref: 'ABCDE-1234' }])
})
