import { describe, expect, test } from 'vitest'
import { buildBff, canaryKey, pageHeaders, testOrigin } from './build-bff.ts'
import type { Fault } from './recording/recording-fault.ts'
import { upstreamForTests } from './recording/upstream-for-tests.ts'

const upstream = await upstreamForTests()

async function failed(fault: Fault, path = '/api/v2/agent/leads') {
  upstream.fail({ fault })
  const { ask } = buildBff(upstream)
  const response = await ask('GET', path)
  const { error } = (await response.json()) as { error: { code: string; message: string; details: unknown } }
  return { response, status: response.status, code: error.code, error }
}

describe('a read', () => {
  test('passes with the key added, checked parameters in the table’s order, and the answer untouched', async () => {
    const { ask } = buildBff(upstream)
    const response = await ask('GET', '/api/v2/agent/leads?search=Budi&utm=x&status=new&limit=5')
    expect(response.status).toBe(200)
    const body = (await response.json()) as { data: { firstName: string }[] }
    expect(body.data[0]?.firstName).toBe('Budi')
    expect(upstream.requests[0]?.target).toBe('/api/v2/agent/leads?limit=5&status=new&search=Budi')
    expect(upstream.requests[0]?.headers.authorization).toBe(`Bearer ${canaryKey}`)
  })

  test('drops parameters that the table does not know, however often they come', async () => {
    const { ask } = buildBff(upstream)
    expect((await ask('GET', '/api/v2/agent/leads?a=1&a=2&__proto__=1&constructor=2&limit=5')).status).toBe(200)
    expect(upstream.requests[0]?.target).toBe('/api/v2/agent/leads?limit=5')
  })

  test('keeps the bytes as the upstream wrote them', async () => {
    const text = '{ "success":true,\n "data": {"id":"x","odd":1e3, "new field":[null]} }'
    upstream.fail({ fault: { kind: 'raw', status: 200, headers: { 'content-type': 'application/json' }, body: text } })
    const { ask } = buildBff(upstream)
    expect(await (await ask('GET', '/api/v2/agent/leads/x')).text()).toBe(text)
  })

  test('sends up four headers of ours and nothing of the person’s', async () => {
    const { ask } = buildBff(upstream)
    await ask('GET', '/api/v2/agent/leads', undefined, {
      authorization: 'Bearer stolen',
      cookie: 'a=b',
      'x-forwarded-for': '1.2.3.4',
      'accept-language': 'id',
      referer: testOrigin,
    })
    const names = Object.keys(upstream.requests[0]?.headers ?? {}).sort()
    expect(names).toEqual(['accept', 'authorization', 'connection', 'host', 'user-agent'])
    expect(upstream.requests[0]?.headers.host).toBe(upstream.baseUrl.host)
    await ask('POST', '/bff/tickets', { subject: 'Hello', message: 'There' }, { cookie: 'a=b' })
    const writeNames = Object.keys(upstream.requests[1]?.headers ?? {}).sort()
    expect(writeNames).toEqual([
      'accept',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'user-agent',
    ])
  })

  test('brings down the listed headers and nothing else', async () => {
    upstream.extraHeaders = {
      'set-cookie': 'a=b',
      'access-control-allow-origin': '*',
      server: 'nginx',
      'cache-control': 'public',
      etag: '"1"',
      'retry-after': '7',
      location: 'https://evil.example',
      'x-powered-by': 'x',
      'content-security-policy': 'none',
    }
    const { ask } = buildBff(upstream)
    const { headers } = await ask('GET', '/api/v2/agent/leads')
    expect([...headers.keys()].sort()).toEqual([
      'age',
      'cache-control',
      'content-type',
      'retry-after',
      'x-ratelimit-limit',
      'x-ratelimit-remaining',
      'x-ratelimit-reset',
      'x-request-id',
    ])
    expect(headers.get('age')).toBe('0')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test.each([
    ['page=0', 'page'],
    ['limit=101', 'limit'],
    ['status=nonsense', 'status'],
    ['assignedTo=me', 'assignedTo'],
    ['createdFrom=2025-02-30', 'createdFrom'],
    ['cursor=..%2F..', 'cursor'],
    [`search=${'x'.repeat(201)}`, 'search'],
    ['page=1&page=2', 'page'],
  ])('refuses %s and names the parameter', async (query, name) => {
    const { ask } = buildBff(upstream)
    const response = await ask('GET', `/api/v2/agent/leads?${query}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: { code: 'BAD_REQUEST', details: { [name]: expect.any(String) } },
    })
    expect(upstream.requests).toEqual([])
  })

  test('notes the members that leads name', async () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
    const lead = upstream.leads.get('lead_abc123')
    if (lead) upstream.leads.set(lead.id, { ...lead, assignedTo: id })
    const { ask } = buildBff(upstream)
    await ask('GET', '/api/v2/agent/leads')
    await new Promise((resolve) => setImmediate(resolve))
    expect(await (await ask('GET', '/bff/members')).json()).toEqual({ success: true, data: [{ id, name: null }] })
  })
})

describe('an error of the upstream', () => {
  test.each([
    [400, 'VALIDATION_ERROR'],
    [401, 'UNAUTHORIZED'],
    [403, 'FORBIDDEN'],
    [404, 'NOT_FOUND'],
    [500, 'INTERNAL_ERROR'],
    [418, 'SOMETHING_NEW'],
  ])('in the documented frame passes as it is: %i', async (status, code) => {
    const { response, error } = await failed({ kind: 'error', status, code, details: { email: 'Invalid' } })
    expect(response.status).toBe(status)
    expect(error).toEqual({ code, message: 'On command', details: { email: 'Invalid' } })
    expect(response.headers.get('age')).toBeNull()
  })

  test('keeps Retry-After', async () => {
    const { response, code } = await failed({ kind: 'rate limited', retryAfter: '17' })
    expect([response.status, code, response.headers.get('retry-after')]).toEqual([429, 'RATE_LIMITED', '17'])
  })

  test.each([
    [401, 401, 'UNAUTHORIZED'],
    [403, 403, 'FORBIDDEN'],
    [404, 404, 'NOT_FOUND'],
    [429, 429, 'RATE_LIMITED'],
    [400, 502, 'UPSTREAM_INVALID'],
    [500, 502, 'UPSTREAM_INVALID'],
    [503, 502, 'UPSTREAM_INVALID'],
  ])('in a foreign frame, %i, becomes %i %s and its text stays behind', async (given, status, code) => {
    const fault: Fault = {
      kind: 'raw',
      status: given,
      headers: { 'content-type': 'text/html' },
      body: '<h1>Secret gateway</h1>',
    }
    const found = await failed(fault)
    expect([found.status, found.code]).toEqual([status, code])
    expect(JSON.stringify(found.error)).not.toContain('Secret')
  })
})

describe('the key', () => {
  const escaped = [...canaryKey].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  test.each([
    ['a good answer', 200, `{"success":true,"data":"${canaryKey}"}`],
    ['a good answer behind escapes', 200, `{"success":true,"data":"${escaped}"}`],
    ['an error', 401, `{"success":false,"error":{"code":"UNAUTHORIZED","message":"Bad key ${canaryKey}"}}`],
    ['an error behind escapes', 401, `{"success":false,"error":{"code":"UNAUTHORIZED","message":"${escaped}"}}`],
    ['HTML', 500, canaryKey],
  ])('echoed in %s never comes down', async (_, status, body) => {
    const headers = { 'content-type': 'application/json', 'x-request-id': canaryKey, 'retry-after': canaryKey }
    upstream.fail({ fault: { kind: 'raw', status, headers, body } })
    const { ask, lines } = buildBff(upstream)
    const response = await ask('GET', '/api/v2/agent/leads')
    expect(response.status).toBe(502)
    const seen = `${await response.text()}${JSON.stringify([...response.headers])}${JSON.stringify(lines)}`
    for (const form of [
      canaryKey,
      canaryKey.slice(0, 8),
      escaped,
      Buffer.from(canaryKey).toString('base64'),
      Buffer.from(canaryKey).toString('hex'),
    ]) {
      expect(seen).not.toContain(form)
    }
  })

  test('echoed in a header of a good answer never comes down', async () => {
    upstream.extraHeaders = { 'x-request-id': canaryKey, 'retry-after': `after ${canaryKey}` }
    const { ask, lines } = buildBff(upstream)
    const response = await ask('GET', '/api/v2/agent/leads')
    expect(response.status).toBe(200)
    expect(JSON.stringify([[...response.headers], lines])).not.toContain(canaryKey)
  })

  test('shows its last four characters in the status, and nothing more', async () => {
    const { ask } = buildBff(upstream)
    const text = await (await ask('GET', '/bff/status')).text()
    expect(JSON.parse(text)).toMatchObject({
      data: { keyEndsWith: canaryKey.slice(-4), upstream: { kind: 'live', host: upstream.baseUrl.host } },
    })
    expect(text).not.toContain(canaryKey.slice(0, 8))
    expect(upstream.requests).toEqual([])
  })
})

describe('the scopes in the status', () => {
  test('follow what answers showed; a gateway’s own 403 shows nothing', async () => {
    upstream.fail({ target: '/api/v2/agent/workspace', fault: { kind: 'error', status: 403, code: 'FORBIDDEN' } })
    upstream.fail({ target: '/api/v2/agent/conversions', fault: { kind: 'raw', status: 403, headers: {}, body: 'no' } })
    const { ask } = buildBff(upstream)
    for (const path of ['leads', 'workspace', 'conversions/status']) await ask('GET', `/api/v2/agent/${path}`)
    const { data } = (await (await ask('GET', '/bff/status')).json()) as {
      data: { scopes: { scope: string; state: string; seenAt: string | null }[] }
    }
    const states = Object.fromEntries(data.scopes.map(({ scope, state }) => [scope, state]))
    expect(states).toEqual({
      'agent.leads.read': 'works',
      'agent.leads.write': 'unknown',
      'agent.analytics.read': 'unknown',
      'agent.conversions.read': 'unknown',
      'agent.workspace.read': 'missing',
      'agent.support.write': 'unknown',
    })
    for (const { state, seenAt } of data.scopes) expect(seenAt === null).toBe(state === 'unknown')
  })
})

test('a request without the page’s headers is refused before anything else', async () => {
  const { bff } = buildBff(upstream)
  const response = await bff.fetch(
    new Request(`${testOrigin}/api/v2/agent/leads`, { headers: { host: pageHeaders.host ?? '' } }),
  )
  expect(response.status).toBe(403)
})
