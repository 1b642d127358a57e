import { describe, expect, test } from 'vitest'
import { limits } from '#contract/limits.ts'
import { buildBff, pageHeaders, testOrigin } from '../build-bff.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'

const writeId = '9b2f6c1e-5d0a-4b7e-8f43-1c2d3e4f5a6b'
const upstream = await upstreamForTests()

async function post(body: string, headers: Record<string, string> = {}) {
  const response = await buildBff(upstream).ask('POST', '/bff/leads', body, headers)
  const { error } = (await response.json()) as { error?: { code: string; details: Record<string, string> | null } }
  return { status: response.status, code: error?.code, details: error?.details }
}
/** A create of this lead, as JSON text. */
function creating(lead: string): string {
  return `{"writeId":"${writeId}","lead":${lead}}`
}
/** A body of exactly that many bytes. */
function sized(bytes: number): string {
  const frame = creating('{"firstName":"Budi","x":""}')
  return frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`)
}

test.each(['__proto__', 'constructor', 'prototype'])('%s is refused at any depth', async (name) => {
  for (const lead of [`{"firstName":"B","${name}":1}`, `{"firstName":"B","x":[{"y":{"${name}":{}}}]}`]) {
    expect(await post(creating(lead))).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
  }
  expect((await post(creating(`{"firstName":"${name}"}`))).status, 'as a value it is only text').toBe(201)
})

test('64 KiB are taken and one byte more is not', async () => {
  expect((await post(sized(limits.bodyBytes))).status).toBe(201)
  expect(await post(sized(limits.bodyBytes + 1))).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' })
})

test('a body without a length is counted, and reading ends at the bound', async () => {
  let pulled = 0
  const body = new ReadableStream({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(16 * 1024).fill(0x20))
    },
  })
  const headers = { ...pageHeaders, 'content-type': 'application/json' }
  const request = new Request(`${testOrigin}/bff/leads`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  expect((await buildBff(upstream).bff.fetch(request)).status).toBe(413)
  expect(pulled).toBeLessThan(10)
})

test.each([
  ['nothing', ''],
  ['half', '{"firstName":'],
  ['a comment', '{"firstName":"B"} // x'],
  ['a byte order mark', '\ufeff{"firstName":"B"}'],
  ['an array', '[]'],
  ['a text', '"x"'],
  ['deep nesting', '['.repeat(30_000) + ']'.repeat(30_000)],
  ['deep nesting within', `{"firstName":"B","status":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
])('%s is refused as a body', async (_, body) => {
  expect(await post(body)).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
})

test.each([
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/json; charset=latin1',
  'application/json+x',
  '',
])('content type "%s" is refused', async (type) => {
  expect(await post(creating('{"firstName":"B"}'), { 'content-type': type })).toMatchObject({
    status: 400,
    code: 'BAD_REQUEST',
  })
})

describe('fields', () => {
  test('are answered by name, as the form has them', async () => {
    const { details } = await post(
      creating(JSON.stringify({ email: 'x', status: 'y', actualValue: -1, notes: 'n'.repeat(5001) })),
    )
    expect(Object.keys(details ?? {}).sort()).toEqual(['actualValue', 'email', 'firstName', 'notes', 'status'])
    const body = { writeId, base: { values: {} }, changes: { email: 'x' } }
    const response = await buildBff(upstream).ask('PATCH', '/bff/leads/lead_abc123', body)
    expect(await response.json()).toMatchObject({ error: { details: { email: 'Invalid email' } } })
  })

  test('that the table does not know are dropped', async () => {
    await post(creating('{"firstName":"B","role":"owner","id":"x"}'))
    expect(Object.keys(JSON.parse(upstream.requests[0]?.body ?? '{}')).sort()).toEqual(['externalRef', 'firstName'])
  })
})

test('nothing refused reaches the upstream', async () => {
  await post('[]')
  await post(creating('{"firstName":""}'))
  expect(upstream.requests).toEqual([])
})
