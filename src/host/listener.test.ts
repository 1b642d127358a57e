import { once } from 'node:events'
import { createServer, type IncomingMessage, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { readyResponse } from '#bff/own/ready-response.ts'
import { listenerFor } from './listener.ts'
import { openLog } from './log.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function ask(fetch: Parameters<typeof listenerFor>[0], method = 'GET') {
  const server = createServer(listenerFor(fetch, openLog('silent'), false))
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const asking = send({ host: '127.0.0.1', port, path: '/', method })
  asking.end()
  asking.on('error', () => undefined)
  return asking
}

async function answerTo(...asked: Parameters<typeof ask>) {
  const [answer] = (await once(await ask(...asked), 'response')) as [IncomingMessage]
  const chunks: Buffer[] = await answer.toArray()
  return { status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString() }
}

test.each(['{"a":1}', '{"name":"Ayu Né 🌱"}', 'é'.repeat(100_000)])('a ready answer arrives as it is', async (body) => {
  const { status, headers, text } = await answerTo(async () =>
    readyResponse({ status: 201, headers: { age: '7' }, body }),
  )
  expect({ status, age: headers.age, length: headers['content-length'] }).toEqual({
    status: 201,
    age: '7',
    length: String(Buffer.byteLength(body)),
  })
  expect(text).toBe(body)
})

test('a HEAD gets the head alone', async () => {
  const answer = await answerTo(async () => readyResponse({ status: 200, headers: {}, body: '{}' }), 'HEAD')
  expect(answer).toMatchObject({ status: 200, text: '' })
})

test('a header that was added to a ready answer arrives', async () => {
  const { headers, text } = await answerTo(async () => {
    const response = readyResponse({ status: 200, headers: {}, body: '{}' })
    response.headers.append('set-cookie', 'a=1')
    return response
  })
  expect(headers['set-cookie']).toEqual(['a=1'])
  expect(text).toBe('{}')
})

test('a stream is sent piece by piece, as each comes', async () => {
  let push: (text: string) => void = () => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      push = (text) => controller.enqueue(new TextEncoder().encode(text))
      push('data: 1\n\n')
    },
  })
  const asking = await ask(async () => new Response(body, { headers: { 'content-type': 'text/event-stream' } }))
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  expect(String((await once(answer, 'data'))[0])).toBe('data: 1\n\n')
  push('data: 2\n\n')
  expect(String((await once(answer, 'data'))[0])).toBe('data: 2\n\n')
  asking.destroy()
})

test('a client that goes away before its answer is told of, and hurts nobody', async () => {
  let told: (left: boolean) => void = () => undefined
  const left = new Promise<boolean>((resolve) => {
    told = resolve
  })
  const asking = await ask(async (_, { leaving }) => {
    expect(leaving?.aborted).toBe(false)
    leaving?.addEventListener('abort', () => told(leaving.aborted))
    asking.destroy()
    await left
    return readyResponse({ status: 200, headers: {}, body: '{}' })
  })
  expect(await left).toBe(true)
})

test('a throw becomes a generic error with an id', async () => {
  const { status, headers, text } = await answerTo(async () => {
    throw new Error('secret')
  })
  expect(status).toBe(500)
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect(text).not.toContain('secret')
})
