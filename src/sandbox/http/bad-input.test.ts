import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { errorAnswer } from '#contract/envelope.ts'
import { openTestWorkspace, type TestAnswer, type TestWorkspace } from '../test-workspace.ts'

let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await openTestWorkspace({ leads: 10 })
})
afterAll(() => workspace.sandbox.close())

function expectError(answer: TestAnswer, status: number, code: string): void {
  expect(answer.status).toBe(status)
  expect(errorAnswer.parse(answer.body).error.code).toBe(code)
}

it.each([
  ['leads?limit=0', 'limit'],
  ['leads?limit=101', 'limit'],
  ['leads?page=0', 'page'],
  ['leads?status=sold', 'status'],
  ['leads?assignedTo=me', 'assignedTo'],
  ['leads?createdFrom=yesterday', 'createdFrom'],
  ['leads?createdFrom=2026-02-30', 'createdFrom'],
  ['leads?createdFrom=2026-99-99T10:00-0700', 'createdFrom'],
  ['leads?createdFrom=2026-11-02&createdTo=2026-11-01', 'createdFrom'],
  ['leads?sortBy=name', 'sortBy'],
  ['leads?cursor=zzz', 'cursor'],
  [`leads?search=${'x'.repeat(201)}`, 'search'],
  ['leads?search=%00', 'search'],
  ['analytics/summary?timeframe=ever', 'timeframe'],
  ['analytics/funnel?from=2026-11-02&to=2026-11-01', 'from'],
  ['conversions/status?platform=bing', 'platform'],
])('%#: a query is refused at its field', async (path, field) => {
  const answer = await workspace.call(path)
  expectError(answer, 400, 'VALIDATION_ERROR')
  expect(Object.keys(answer.body.error.details)).toEqual([field])
})

it.each([
  [{}, 'firstName'],
  [{ firstName: '' }, 'firstName'],
  [{ firstName: 'x'.repeat(101) }, 'firstName'],
  [{ firstName: 'A', email: 'not an address' }, 'email'],
  [{ firstName: 'A', phone: '0'.repeat(21) }, 'phone'],
  [{ firstName: 'A', estimatedValue: -1 }, 'estimatedValue'],
  [{ firstName: 'A', actualValue: '5' }, 'actualValue'],
  [{ firstName: 'A', notes: 'x'.repeat(5001) }, 'notes'],
  [{ firstName: 'A\u0000' }, 'firstName'],
  [[], 'body'],
  ['text', 'body'],
])('%#: a lead is refused at its field', async (body, field) => {
  const answer = await workspace.send('POST', 'leads', body)
  expectError(answer, 400, 'VALIDATION_ERROR')
  expect(Object.keys(answer.body.error.details)).toEqual([field])
})

it('names the fields in plain words, as the specification shows', async () => {
  const answer = await workspace.send('POST', 'leads', { email: 'x' })
  expect(answer.body.error.details).toEqual({ firstName: 'Required', email: 'Invalid email' })
})

it.each([
  ['{"firstName":', 'application/json', 400],
  ['', 'application/json', 400],
  ['{"firstName":"A"}', 'text/plain', 400],
  ['{"firstName":"A","__proto__":{"x":1}}', 'application/json', 400],
  ['{"firstName":"A","a":[{"constructor":1}]}', 'application/json', 400],
  ['['.repeat(30_000), 'application/json', 400],
  [`{"firstName":"A","x":"${'x'.repeat(65_536)}"}`, 'application/json', 413],
])('%#: a body that is not clean JSON is refused with its cause', async (body, type, status) => {
  const headers = { authorization: `Bearer ${workspace.sandbox.key}`, 'content-type': type }
  const answer = await workspace.call('leads', { method: 'POST', headers, body })
  expectError(answer, status, 'VALIDATION_ERROR')
  expect(answer.body.error.details.body).toEqual(expect.any(String))
})

it('counts a body that comes without a length', async () => {
  const piece = new TextEncoder().encode('x'.repeat(10_000))
  let left = 10
  const body = new ReadableStream({
    pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
  })
  const headers = { authorization: `Bearer ${workspace.sandbox.key}`, 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body, duplex: 'half' }
  expectError(await workspace.call('leads', init as RequestInit), 413, 'VALIDATION_ERROR')
})

it('ignores unknown parameters and fields', async () => {
  expect((await workspace.call('leads?colour=red')).status).toBe(200)
  const answer = await workspace.send('POST', 'leads', { firstName: 'A', id: 'mine', colour: 'red' })
  expect(answer.status).toBe(201)
  expect(answer.body.data.id).not.toBe('mine')
  expect(answer.body.data).not.toHaveProperty('colour')
})

/** What the server says to bytes that may be no request, until it ends the connection. */
function said(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(workspace.sandbox.port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })
}

it.each([
  ['no request at all', 'garbage\r\n\r\n', 400],
  ['a method that does not exist', 'BREW /api HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['a host that cannot be', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['no address', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 400],
  ['a length in words', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ten\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
])('%s is answered in the envelope, with the headers of every answer', async (_, bytes, status) => {
  const [head = '', body = ''] = (await said(bytes)).split('\r\n\r\n')
  expect(head).toContain(`HTTP/1.1 ${status} `)
  expect(head).toMatch(/x-request-id: [0-9a-f-]{36}/i)
  expect(head).toMatch(/x-ratelimit-limit: 1000000/i)
  expect(errorAnswer.parse(JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? '')).error.code).toBe('VALIDATION_ERROR')
})

it.each([
  ['leads/%E0%A4%A', 404],
  ['leads?search=%E0%A4%A', 200],
  ['leads?__proto__=1&constructor=2&toString=3', 200],
  ['leads?status=new&status=won', 200],
  ['leads/', 404],
  ['leads/__proto__', 404],
  ['../../leads', 404],
])('%s is answered %i', async (path, status) => {
  expect((await workspace.call(path)).status).toBe(status)
})
