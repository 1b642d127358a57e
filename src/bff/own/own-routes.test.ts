import { describe, expect, test } from 'vitest'
import type { SandboxState } from '#contract/sandbox-state.ts'
import { scopeProbes } from '#contract/scope-probes.ts'
import type { Traffic } from '#contract/traffic.ts'
import { scopes } from '#contract/vocabularies.ts'
import { buildBff, buildDesk } from '../build-bff.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'

const upstream = await upstreamForTests()

async function dataOf<T>(response: Response): Promise<T> {
  return ((await response.json()) as { data: T }).data
}

/** As a person who looks again: what the proxy keeps passes nothing through. */
const anew = { 'x-konektor-purpose': 'anew' }

test('lists and leads that pass through are told to the desk, at no call of their own', async () => {
  const desk = buildDesk()
  const before = Date.now()
  const { ask } = buildBff(upstream, { desk })
  await ask('GET', '/api/v2/agent/conversions/pending')
  expect(desk.noted.unsent).toMatchObject([{ rows: [{ id: 'lead_abc123' }] }])
  expect(desk.noted.unsent[0]?.now).toBeGreaterThanOrEqual(before)
  await ask('GET', '/api/v2/agent/leads?limit=1')
  await new Promise(setImmediate)
  const [change] = desk.noted.changes
  expect(change?.changedAt).toEqual(new Map([['lead_abc123', Date.parse('2025-01-15T10:30:00.000Z')]]))
  // Asked before it was answered: an answer says nothing of what came between.
  expect(change?.askedAt).toBeGreaterThanOrEqual(before)
  expect(upstream.requests).toHaveLength(2)
})

test('what the desk saw of undelivered events can be read', async () => {
  const { ask } = buildBff(upstream)
  expect(await dataOf(await ask('GET', '/bff/unsent-seen'))).toEqual(buildDesk().readUnsentSeen())
})

test('a count of delivered events that grew is a delivery that was seen', async () => {
  const desk = buildDesk()
  const { ask } = buildBff(upstream, { desk })
  const good = (synced: number) =>
    upstream.fail({
      target: '/api/v2/agent/conversions/status',
      times: 1,
      fault: { kind: 'odd', text: JSON.stringify({ success: true, data: { synced } }) },
    })
  for (const synced of [4, 4, 5]) {
    good(synced)
    expect(desk.noted.deliveries).toEqual([])
    await ask('GET', '/api/v2/agent/conversions/status?timeframe=today&platform=meta', undefined, anew)
  }
  expect(desk.noted.deliveries.map(({ platform }) => platform)).toEqual(['meta'])
})

test('what a ticket is about stays here; Konektor is sent what it knows', async () => {
  const { ask } = buildBff(upstream)
  const about = { platform: 'meta', leadIds: ['lead_abc123'] }
  const response = await ask('POST', '/bff/tickets', { subject: 'Failing', message: 'Since today.', about })
  expect((await dataOf<{ about: unknown }>(response)).about).toEqual(about)
  expect(JSON.parse(upstream.requests[0]?.body ?? '')).toEqual({ subject: 'Failing', message: 'Since today.' })
  expect(await dataOf(await ask('GET', '/bff/tickets'))).toMatchObject([{ ref: 'ABCDE-1234', about }])
  const odd = { subject: 'Failing', message: 'x', about: { platform: 'meta', leadIds: ['../x'] } }
  expect((await ask('POST', '/bff/tickets', odd)).status).toBe(400)
})

test('errors are kept with their code, route and request id, and nothing of what was asked', async () => {
  const { ask } = buildBff(upstream)
  upstream.fail({ target: '/api/v2/agent/leads', times: 1, fault: { kind: 'error', status: 403, code: 'FORBIDDEN' } })
  upstream.fail({ target: '/api/v2/agent/workspace', fault: { kind: 'reset', committed: false } })
  await ask('GET', '/api/v2/agent/leads?search=Zainuddin')
  await ask('GET', '/api/v2/agent/workspace')
  const { errors } = await dataOf<Traffic>(await ask('GET', '/bff/traffic'))
  expect(errors.map(({ code, status, route }) => [code, status, route])).toEqual([
    // Each try is a call.
    ...Array(3).fill(['UPSTREAM_UNREACHABLE', null, '/api/v2/agent/workspace']),
    ['FORBIDDEN', 403, '/api/v2/agent/leads'],
  ])
  expect(errors.at(-1)?.requestId).toMatch(/^[0-9a-f-]{36}$/)
  expect(JSON.stringify(errors)).not.toContain('Zainuddin')
})

test('requests of this minute are told apart: ours, others, left', async () => {
  const { ask } = buildBff(upstream)
  const endsAtS = Math.floor(Date.now() / 1000) + 50
  upstream.extraHeaders = {
    'x-ratelimit-limit': '200',
    'x-ratelimit-remaining': '170',
    'x-ratelimit-reset': String(endsAtS),
  }
  await ask('GET', '/api/v2/agent/workspace')
  await ask('GET', '/api/v2/agent/leads')
  const { requests } = await dataOf<Traffic>(await ask('GET', '/bff/traffic'))
  expect(requests).toMatchObject({ limit: 200, remaining: 170, ours: 2, endsAt: endsAtS * 1000 })
})

describe('a probe of a scope', () => {
  test.each(scopes)(
    'of %s sends its one call, and a refusal for what it lacks shows that the scope works',
    async (scope) => {
      const { ask } = buildBff(upstream)
      const { name } = scopeProbes[scope]
      if (name === 'createTicket') upstream.fail({ fault: { kind: 'error', status: 400, code: 'VALIDATION_ERROR' } })
      expect((await ask('POST', '/bff/scope-probes', { scope })).status).toBe(201)
      expect(upstream.requests).toHaveLength(1)
      expect(upstream.requests[0]?.body ?? '').toMatch(/^(\{\})?$/)
      const status = await dataOf<{ scopes: { scope: string; state: string }[] }>(await ask('GET', '/bff/status'))
      expect(status.scopes.filter(({ state }) => state === 'works')).toMatchObject([{ scope }])
      expect([...upstream.leads.keys()]).toEqual(['lead_abc123'])
    },
  )

  test('is one call, however many ask, and no error', async () => {
    const { ask } = buildBff(upstream)
    upstream.fail({ fault: { kind: 'error', status: 403, code: 'FORBIDDEN' } })
    const scope = 'agent.leads.write'
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('POST', '/bff/scope-probes', { scope })))
    for (const answer of answers) expect(await dataOf(answer)).toEqual({ scope, status: 403 })
    expect(upstream.requests).toHaveLength(1)
    expect((await dataOf<Traffic>(await ask('GET', '/bff/traffic'))).errors).toEqual([])
    await ask('POST', '/bff/scope-probes', { scope })
    expect(upstream.requests).toHaveLength(2)
  })

  test('that a gateway refuses shows nothing of the scope', async () => {
    const { ask } = buildBff(upstream)
    upstream.fail({ fault: { kind: 'odd', status: 404, text: '<h1>Not here</h1>' } })
    await ask('POST', '/bff/scope-probes', { scope: 'agent.leads.write' })
    const status = await dataOf<{ scopes: { state: string }[] }>(await ask('GET', '/bff/status'))
    expect(status.scopes.filter(({ state }) => state !== 'unknown')).toEqual([])
  })

  test('that is forbidden shows that the scope is missing; one of nothing known is refused', async () => {
    const { ask } = buildBff(upstream)
    upstream.fail({ fault: { kind: 'error', status: 403, code: 'FORBIDDEN' } })
    const scope = 'agent.leads.write'
    expect(await dataOf(await ask('POST', '/bff/scope-probes', { scope }))).toEqual({ scope, status: 403 })
    const status = await dataOf<{ scopes: unknown[] }>(await ask('GET', '/bff/status'))
    expect(status.scopes).toContainEqual(expect.objectContaining({ scope, state: 'missing' }))
    expect((await ask('POST', '/bff/scope-probes', { scope: 'agent.all' })).status).toBe(400)
  })
})

describe('the controls of the sandbox', () => {
  const well = { meta: 'none', google: 'none', tiktok: 'none', linkedin: 'none' } as const
  const calls = [
    ['GET', '/bff/sandbox', undefined],
    ['PUT', '/bff/sandbox', { platforms: well, droppedReplies: 0 }],
    ['POST', '/bff/sandbox/arrivals', { leads: 1 }],
  ] as const

  function port() {
    let state: SandboxState = { platforms: well, droppedReplies: 0 }
    return {
      read: async () => state,
      change: async (next: SandboxState) => {
        state = next
        return next
      },
      arrive: async (leads: number) => ({ leads }),
    }
  }

  test.each(calls)('%s %s is not there with a live upstream, whatever is handed in', async (method, path, body) => {
    const { ask } = buildBff(upstream, { sandbox: port() })
    const response = await ask(method, path, body)
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'ROUTE_NOT_FOUND' } }])
  })

  test('are read and changed where it is the upstream', async () => {
    const { ask } = buildBff(upstream, {
      sandbox: port(),
      upstream: { kind: 'sandbox', baseUrl: upstream.baseUrl },
    })
    const state = { platforms: { ...well, meta: 'failing' }, droppedReplies: 2 }
    expect(await dataOf(await ask('PUT', '/bff/sandbox', state))).toEqual(state)
    expect(await dataOf(await ask('GET', '/bff/sandbox'))).toEqual(state)
    expect(await dataOf(await ask('POST', '/bff/sandbox/arrivals', { leads: 3 }))).toEqual({ leads: 3 })
    expect((await ask('POST', '/bff/sandbox/arrivals', { leads: 0 })).status).toBe(400)
    expect((await ask('PUT', '/bff/sandbox', { platforms: {}, droppedReplies: 0 })).status).toBe(400)
  })
})
