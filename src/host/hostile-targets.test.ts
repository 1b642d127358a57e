import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildBff } from '#bff/build-bff.ts'
import { type RecordingUpstream, startRecordingUpstream } from '#bff/recording/recording-upstream.ts'
import { matchRoute } from '#bff/request/match-route.ts'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { listenerFor } from './listener.ts'
import { openLog } from './log.ts'
import { passesGuard } from './request-guard.ts'

let upstream: RecordingUpstream
let elsewhere: RecordingUpstream
/** As the production server: the guard, the adapter, the proxy. Folding a path is the adapter's, refusing to is the guard's. */
const server = createServer((request, response) => {
  if (passesGuard(request, response, [`http://${host}`])) listener(request, response)
})
let listener: RequestListener
let host: string

beforeAll(async () => {
  upstream = await startRecordingUpstream()
  elsewhere = await startRecordingUpstream()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const { bff } = buildBff(upstream, { allowedOrigins: [`http://${host}`] })
  listener = listenerFor(bff.fetch, openLog('silent'), false)
})
afterAll(async () => {
  server.close()
  await Promise.all([upstream.close(), elsewhere.close()])
})

/** Writes a request line byte for byte: no client tidies the target up. Answers the status, 0 where none came. */
async function askRaw(method: string, target: string): Promise<number> {
  const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
  let text = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk
  })
  socket.write(
    `${method} ${target} HTTP/1.1\r\nhost: ${host}\r\nx-konektor-dashboard: 1\r\nsec-fetch-site: same-origin\r\n` +
      // Each target is told by what the upstream sees of it, so none may be answered out of what is kept.
      'x-konektor-purpose: anew\r\nconnection: close\r\n\r\n',
    'latin1',
  )
  await once(socket, 'close')
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
}

const pieces = [
  '/',
  '//',
  '\\',
  '..',
  '.',
  '%2e%2e',
  '%2E.',
  '%2f',
  '%5c',
  '%00',
  '%252e',
  ';',
  '@',
  ':',
  '#',
  '?',
  '&',
  '=',
  '*',
  '|',
  '%',
  'api',
  'v2',
  'agent',
  'leads',
  'analytics',
  'summary',
  'workspace',
  'SKILL.md',
  'admin',
  'support',
  'tickets',
  'bff',
  'lead_abc123',
  'a'.repeat(65),
  'limit=1',
  'status=new',
  'search=a%26b',
  'page=1&page=2',
  'cursor=..%2f',
  'evil=1',
  'é',
  '\x7f',
]
const declaredReads = Object.values(agentEndpoints).filter(
  (endpoint: Endpoint) => endpoint.method === 'GET' && endpoint.response !== undefined,
)

const noise = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''))
const declared = fc.constantFrom(...declaredReads.map(({ path }) => path.replace(':id', 'lead_abc123')))
const spot = fc.nat({ max: 40 })
function hostileTarget() {
  const authority = `127.0.0.1:${elsewhere.baseUrl.port}`
  return fc.oneof(
    fc.tuple(declared, fc.constantFrom('', '?'), noise).map((parts) => parts.join('')),
    fc.tuple(declared, noise, spot).map(([path, text, at]) => path.slice(0, at) + text + path.slice(at)),
    noise.map((text) => `/api/v2/agent/leads/${text}`),
    noise.map((text) => `/api/v2/agent/${text}`),
    noise.map((text) => `/${text}`),
    fc
      .tuple(
        fc.constantFrom(`//${authority}`, `http://${authority}`, `http://${host}@${authority}`, `\\\\${authority}`),
        declared,
      )
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom(`@${authority}`, `.${authority}`, `:@${authority}/`), declared)
      .map((parts) => parts.join('')),
  )
}

test('of hostile targets the upstream sees declared reads only, with declared parameters', async () => {
  const method = fc.constantFrom(
    'GET',
    'GET',
    'GET',
    'GET',
    'POST',
    'PATCH',
    'PUT',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'TRACE',
  )
  const patterns = declaredReads.map((endpoint: Endpoint) => ({
    path: new RegExp(`^${endpoint.path.replace(':id', '[A-Za-z0-9_-]{1,64}')}$`),
    names: Object.keys(endpoint.query?.shape ?? {}),
  }))
  let passed = 0
  await fc.assert(
    fc.asyncProperty(method, hostileTarget(), async (verb, target) => {
      upstream.requests.length = 0
      const status = await askRaw(verb, target)
      if (verb !== 'GET') expect(upstream.requests).toEqual([])
      for (const request of upstream.requests) {
        passed += 1
        const [path = '', query = ''] = request.target.split('?')
        const pattern = patterns.find((one) => one.path.test(path))
        expect(request.method).toBe('GET')
        expect(pattern, `${target} became ${path}`).toBeDefined()
        expect(target.split(/[?#]/)[0], 'nothing was folded or decoded on the way').toBe(path)
        for (const name of new URLSearchParams(query).keys()) expect(pattern?.names).toContain(name)
      }
      if (upstream.requests.length === 0) expect(status === 0 || status >= 400 || target.startsWith('/bff')).toBe(true)
    }),
    { numRuns: process.env.PROVE === '1' ? 10_000 : 2_000 },
  )
  expect(passed).toBeGreaterThan(10)
  expect(elsewhere.requests).toEqual([])
})

test('every row of the table is found under its own path, and the public document is not', () => {
  for (const endpoint of declaredReads) {
    expect(matchRoute('GET', endpoint.path.replace(':id', 'x')).endpoint).toBe(endpoint)
  }
  expect(() => matchRoute('GET', agentEndpoints.skill.path)).toThrow('nothing here')
})

test('a raw write of the Agent API is refused as a method', async () => {
  expect(await askRaw('POST', '/api/v2/agent/leads')).toBe(405)
  expect(await askRaw('PATCH', '/api/v2/agent/leads/lead_abc123')).toBe(405)
  expect(await askRaw('POST', '/api/v2/agent/support/tickets')).toBe(405)
  expect(await askRaw('HEAD', '/api/v2/agent/leads')).toBe(405)
  expect(await askRaw('GET', '/api/v2/agent/nothing')).toBe(404)
})
