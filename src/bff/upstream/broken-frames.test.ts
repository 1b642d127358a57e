import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBff } from '../build-bff.ts'
import { type RecordingUpstream, startRecordingUpstream } from '../recording/recording-upstream.ts'

/** What the raw upstream answers about the first page; about others it answers well, and names them. */
let firstAnswer = ''
const sockets = new Set<Socket>()
const server = createServer((socket) => {
  sockets.add(socket)
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    const page = /page=(\d+)/.exec(chunk.toString('latin1'))?.[1]
    socket.write(page === '1' ? firstAnswer : good(`{"success":true,"data":[],"page":${page}}`), 'latin1')
  })
})
let unused: RecordingUpstream
beforeAll(async () => {
  unused = await startRecordingUpstream()
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(async () => {
  server.close()
  for (const socket of sockets) socket.destroy()
  await unused.close()
})

function head(...lines: readonly string[]): string {
  return `${['HTTP/1.1 200 OK', 'content-type: application/json', ...lines].join('\r\n')}\r\n\r\n`
}
function good(body: string): string {
  return head(`content-length: ${body.length}`) + body
}

const evil = '{"success":true,"data":[],"evil":1}'
const length = `content-length: ${evil.length}`
const chunked = 'transfer-encoding: chunked'
const chunks = `${evil.length.toString(16)}\r\n${evil}\r\n0\r\n\r\n`

async function readOn(bytes: string) {
  firstAnswer = bytes
  const { port } = server.address() as AddressInfo
  const baseUrl = new URL(`http://127.0.0.1:${port}`)
  const timing = { firstByteMs: 300, readMs: 600 }
  const { ask, bff } = buildBff(unused, { upstream: { kind: 'live', baseUrl }, timing })
  const first = await ask('GET', '/api/v2/agent/leads?page=1')
  const text = await first.text()
  // Whatever came behind the first answer must not be taken for that of another question.
  const second = await ask('GET', '/api/v2/agent/leads?page=2')
  expect([second.status, await second.text()]).toEqual([200, '{"success":true,"data":[],"page":2}'])
  await bff.close()
  return { status: first.status, text, headers: first.headers }
}

test.each([
  ['two lengths', head(length, 'content-length: 5') + evil],
  ['a length and chunks', head(length, chunked) + chunks],
  ['a chunk below zero', `${head(chunked)}-1\r\n${evil}`],
  ['a chunk beyond all numbers', `${head(chunked)}${'f'.repeat(20)}\r\n${evil}`],
  ['a header that does not end', `${head(`x: ${'x'.repeat(40_000)}`, length)}${evil}`],
  ['ten thousand headers', head(...Array<string>(10_000).fill('x: y'), length) + evil],
  ['another protocol', `HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n${evil}`],
  ['a status out of range', head(length).replace('200', '999') + evil],
  ['another version', head(length).replace('HTTP/1.1', 'HTTP/3.0') + evil],
  ['no head at all', evil],
  ['nothing but interim answers', 'HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n'.repeat(1000)],
])('%s: never an answer, and the next question gets its own', async (_, bytes) => {
  const { status, text } = await readOn(bytes)
  expect(status).toBeGreaterThanOrEqual(500)
  expect(text).toContain('"code":"UPSTREAM_')
  expect(text).not.toContain('evil')
})

test.each([
  ['a second answer behind the first', good('{"success":true,"data":[],"page":1}') + good(evil)],
  ['a body longer than it says', `${good('{"success":true,"data":[],"page":1}')}${evil}`],
])('%s is not taken for the answer to the next question', async (_, bytes) => {
  const { text } = await readOn(bytes)
  expect(text).not.toContain('evil')
})

test.each([
  [
    'trailers',
    `${head(chunked, 'trailer: x-request-id')}${chunks.slice(0, -2)}x-request-id: late\r\nset-cookie: a=b\r\n\r\n`,
  ],
  ['bare LF in a header', head('x-request-id: a\nset-cookie: a=b', length) + evil],
  ['a header on two lines', head('x-request-id: a\r\n set-cookie: a=b', length) + evil],
])('%s brings nothing down beside what is listed', async (_, bytes) => {
  const { headers } = await readOn(bytes)
  expect(headers.get('set-cookie')).toBeNull()
  expect(headers.get('x-request-id')).toMatch(/^(?:a|[0-9a-f-]{36})$/)
})
