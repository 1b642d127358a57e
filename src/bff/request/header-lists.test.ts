import { expect, test } from 'vitest'
import { fakeSignIn } from '../access/testing/fake-sign-in.ts'
import { buildBff, canaryKey } from '../build-bff.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'
import { validRequests } from '../recording/valid-requests.ts'

const upstream = await upstreamForTests()

const canary = 'canary-4d1f90b7'
/** What a browser, a proxy in between or an attacker could add. */
const personal: Readonly<Record<string, string>> = {
  authorization: `Bearer ${canary}`,
  cookie: `session=${canary}`,
  'x-api-key': canary,
  'x-forwarded-for': canary,
  'x-request-id': canary,
  'accept-language': canary,
  'user-agent': canary,
  referer: `http://127.0.0.1:4173/leads?${canary}`,
  'x-http-method-override': 'DELETE',
  traceparent: canary,
}
/** What an upstream, or a gateway before it, could say. */
const foreign: Readonly<Record<string, string>> = {
  'set-cookie': `a=${canary}`,
  server: canary,
  via: canary,
  etag: `"${canary}"`,
  link: `<https://evil.example/${canary}>`,
  location: `https://evil.example/${canary}`,
  refresh: `0; url=https://evil.example/${canary}`,
  'access-control-allow-origin': '*',
  'clear-site-data': '"*"',
  'content-disposition': `attachment; filename=${canary}`,
  'content-security-policy': `default-src ${canary}`,
  'service-worker-allowed': '/',
  'x-internal': canary,
}
const up = ['accept', 'authorization', 'connection', 'content-length', 'content-type', 'host', 'user-agent']
const down = ['age', 'cache-control', 'content-type', 'retry-after', 'x-request-id']
/** Of the live stream alone: it ends with its connection, and a proxy in front must not keep it back. */
const ofStream = ['connection', 'x-accel-buffering']
/** What the way out knows beforehand of the rows of the Agent API that are writes, and of the sandbox. */
const answered: Readonly<Record<string, number>> = {
  undoHold: 409,
  readSandbox: 404,
  changeSandbox: 404,
  arriveInSandbox: 404,
  notePresence: 200,
  // Nobody has to sign in here.
  signIn: 404,
  changeSession: 404,
}

const { agent, own } = validRequests()
test.each([...agent.filter(({ method, name }) => method === 'GET' && name !== 'skill'), ...own])(
  'no header of a person’s goes up and none of a stranger’s comes down: $method $target',
  async ({ name, method, target, body }) => {
    upstream.extraHeaders = { ...foreign }
    const { ask, lines, bff } = buildBff(upstream)
    const response = await ask(method, target, body ?? undefined, { ...personal })
    expect(response.status).toBe(answered[name] ?? (method === 'POST' ? 201 : 200))
    for (const request of upstream.requests) {
      for (const header of Object.keys(request.headers)) expect(up).toContain(header)
      expect(request.headers.authorization).toBe(`Bearer ${canaryKey}`)
      expect(JSON.stringify(request)).not.toContain(canary)
    }
    const limits = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']
    for (const header of response.headers.keys())
      expect([...down, ...limits, ...(name === 'events' ? ofStream : [])]).toContain(header)
    // Before the body is read, because a stream ends with the server.
    await bff.close()
    const seen = (await response.text()) + JSON.stringify([[...response.headers], lines])
    expect(seen).not.toContain(canary)
    expect(seen).not.toContain('evil.example')
  },
)

test('every row that the pages read the upstream by does reach it, so that the lists above were looked at', async () => {
  const { ask } = buildBff(upstream)
  for (const { method, target } of agent.filter(({ method, name }) => method === 'GET' && name !== 'skill'))
    await ask(method, target)
  for (const { method, target, body } of own.filter(({ name }) =>
    ['updateLead', 'createLead', 'createTicket', 'probeScope'].includes(name),
  ))
    await ask(method, target, body)
  expect(upstream.requests).toHaveLength(8 + 5)
})

test.each(own.filter(({ body }) => body !== null))(
  'a body with a refused name at depth, without its type, cut off or too large goes no further: $method $target',
  async ({ method, target, body }) => {
    const signIn = fakeSignIn()
    const { ask: askAs, desk } = buildBff(upstream, { signIn: signIn.port })
    const cookie = `__Host-konektor=${signIn.tokenOf('manager')}`
    const ask = (...[verb, path, text, headers]: Parameters<typeof askAs>) =>
      askAs(verb, path, text, { cookie, ...headers })
    const settings = JSON.stringify(desk.readSettings())
    // A live upstream has no sandbox behind its rows at all.
    const isHere = !target.startsWith('/bff/sandbox')
    const text = body ?? ''
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const deep = `${text.slice(0, -1)},"x":${'[{"y":'.repeat(50)}{"${name}":1}${'}]'.repeat(50)}}`
      expect((await ask(method, target, deep)).status).toBe(isHere ? 400 : 404)
    }
    expect((await ask(method, target, text, { 'content-type': 'text/plain' })).status).toBe(isHere ? 400 : 404)
    expect((await ask(method, target, text.slice(0, -1))).status).toBe(isHere ? 400 : 404)
    expect((await ask(method, target, text + ' '.repeat(64 * 1024))).status).toBe(isHere ? 413 : 404)
    expect(upstream.requests).toEqual([])
    expect(JSON.stringify(desk.readSettings())).toBe(settings)
    expect(desk.listMembers()).toEqual([])
  },
)
