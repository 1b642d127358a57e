import { expect, test } from 'vitest'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { buildBff, testOrigin } from '../build-bff.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'

const upstream = await upstreamForTests()

const routes: readonly Endpoint[] = [...Object.values(agentEndpoints), ...Object.values(bffEndpoints)]
const own = new URL(testOrigin).host
const statics = [undefined, '', '0', '1']
const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none']
const origins = [
  undefined,
  testOrigin,
  'http://localhost:4173',
  'https://127.0.0.1:4173',
  'http://evil.example',
  'null',
]
const hosts = [undefined, own, 'evil.example', '127.0.0.1:5173', '127.0.0.1', `${own}, ${own}`]

test('every route refuses every request that is not surely from this page, and asks the upstream nothing', async () => {
  const { bff } = buildBff(upstream)
  let refused = 0
  for (const { method, path } of routes) {
    for (const fixed of statics)
      for (const site of sites)
        for (const origin of origins)
          for (const host of hosts) {
            const good =
              fixed === '1' &&
              (site === undefined || site === 'same-origin') &&
              (origin === undefined || origin === testOrigin) &&
              host === own
            if (good) continue
            const headers = new Headers({ 'content-type': 'application/json' })
            for (const [name, value] of Object.entries({
              'x-konektor-dashboard': fixed,
              'sec-fetch-site': site,
              origin,
              host,
            }))
              if (value !== undefined) headers.set(name, value)
            const response = await bff.fetch(new Request(testOrigin + path.replace(':id', 'x'), { method, headers }))
            refused += 1
            if (response.status !== 403) expect.fail(`${method} ${path} with ${[...headers]} gave ${response.status}`)
            if (response.headers.get('cache-control') !== 'no-store') expect.fail('not no-store')
          }
  }
  expect(refused).toBe(routes.length * (4 * 5 * 6 * 6 - 4))
  expect(upstream.requests).toEqual([])
})

test('the page itself is let in, with and without what browsers add, under each of its names', async () => {
  const { bff } = buildBff(upstream)
  for (const base of [testOrigin, 'http://localhost:4173']) {
    for (const added of [
      {},
      { origin: base },
      { 'sec-fetch-site': 'same-origin' },
      { origin: base, 'sec-fetch-site': 'same-origin' },
    ]) {
      const headers = { host: new URL(base).host, 'x-konektor-dashboard': '1', ...added } as Record<string, string>
      const response = await bff.fetch(new Request(`${base}/bff/status`, { headers }))
      expect(response.status).toBe(200)
    }
  }
})

test('no answer ever allows another origin', async () => {
  const { ask } = buildBff(upstream)
  const preflight = await ask('OPTIONS', '/api/v2/agent/leads', undefined, { 'access-control-request-method': 'GET' })
  expect(preflight.status).toBe(405)
  expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})
