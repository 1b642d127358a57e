import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { errorAnswer } from '#contract/envelope.ts'
import { planLimits, scopes } from '#contract/vocabularies.ts'
import { readCurl } from '../read-curl.ts'
import { expectContract, openTestWorkspace, type TestAnswer, type TestWorkspace } from '../test-workspace.ts'

let workspace: TestWorkspace
let someLead: string
beforeAll(async () => {
  workspace = await openTestWorkspace()
  someLead = (await workspace.call('leads?limit=1')).body.data[0].id
})
afterAll(() => workspace.sandbox.close())

const lead = { firstName: 'Andi', email: 'andi@example.com', status: 'new', source: 'ads', adPlatform: 'meta' }
const ticket = { subject: 'Tracking pixel not firing', message: 'Since yesterday.', priority: 'high' }
const operations: Readonly<Record<AgentEndpointName, () => Promise<TestAnswer>>> = {
  skill: () => workspace.call('SKILL.md'),
  listLeads: () => workspace.call('leads'),
  getLead: () => workspace.call(`leads/${someLead}`),
  createLead: () => workspace.send('POST', 'leads', lead),
  updateLead: () => workspace.send('PATCH', `leads/${someLead}`, { notes: `Called ${Math.random()}` }),
  summary: () => workspace.call('analytics/summary'),
  funnel: () => workspace.call('analytics/funnel'),
  campaigns: () => workspace.call('analytics/campaigns'),
  syncStatus: () => workspace.call('conversions/status'),
  unsentConversions: () => workspace.call('conversions/pending'),
  workspace: () => workspace.call('workspace'),
  createTicket: () => workspace.send('POST', 'support/tickets', ticket),
}
const names = Object.keys(operations) as AgentEndpointName[]

function expectError(answer: TestAnswer, status: number, code: string): void {
  expect(answer.status).toBe(status)
  expect(errorAnswer.parse(answer.body).error.code).toBe(code)
}

describe('every operation', () => {
  it.each(names)('%s answers as the contract says', async (name) => {
    expectContract(name, await operations[name]())
  })

  it.each(names.filter((name) => name !== 'skill'))('%s carries a request id and the limit headers', async (name) => {
    const { headers } = await operations[name]()
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('x-ratelimit-limit')).toBe('1000000')
    expect(Number(headers.get('x-ratelimit-remaining'))).toBeLessThan(1_000_000)
    expect(Number(headers.get('x-ratelimit-reset')) * 1000).toBeGreaterThan(Date.now())
  })

  it.each(names.filter((name) => name !== 'skill'))('%s needs its own scope and no other', async (name) => {
    const endpoint: Endpoint = agentEndpoints[name]
    await workspace.control('scopes', { scopes: scopes.filter((scope) => scope !== endpoint.scope) })
    const refused = await operations[name]()
    await workspace.control('scopes', { scopes: [endpoint.scope] })
    const allowed = await operations[name]()
    await workspace.control('scopes', { scopes })
    expectError(refused, 403, 'FORBIDDEN')
    expect(allowed.status).toBe(endpoint.status)
  })
})

describe("the specification's own lines of curl", () => {
  const lines = readFileSync(new URL('specification-curl.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n\n')
  const proxied = names.filter((name) => name !== 'skill')

  it('are one for each operation', () => expect(lines).toHaveLength(proxied.length))

  it.each(proxied.map((name, index) => [name, lines[index] ?? ''] as const))(
    'run for %s as they stand',
    async (name, line) => {
      const { method, url, headers, body } = readCurl(line)
      const endpoint: Endpoint = agentEndpoints[name]
      headers.set('authorization', headers.get('authorization')?.replace('YOUR_KEY', workspace.sandbox.key) ?? '')
      const run = (path: string) => workspace.call(path, { method, headers, body })
      const path = (url.pathname + url.search).replace('/api/v2/agent/', '')
      if (endpoint.params === undefined) return expectContract(name, await run(path))
      // Its lead is an example: nobody here has that id.
      expectError(await run(path), 404, 'NOT_FOUND')
      expectContract(name, await run(path.replace(/lead_\w+/, someLead)))
    },
  )
})

it('gives its document to everybody, as Markdown, without limit headers', async () => {
  const answer = await workspace.call('SKILL.md', { headers: {} })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/markdown')
  expect(answer.headers.get('x-request-id')).toBeNull()
  expect(answer.headers.get('x-ratelimit-limit')).toBeNull()
  for (const { path } of Object.values(agentEndpoints)) expect(answer.body).toContain(path)
})

it.each([undefined, 'Bearer', 'Bearer wrong-key', 'Basic abc'])(
  'refuses the authorization %s',
  async (authorization) => {
    const answer = await workspace.call('leads', { headers: authorization === undefined ? {} : { authorization } })
    expectError(answer, 401, 'UNAUTHORIZED')
    expect(answer.headers.get('x-ratelimit-limit')).toBe('1000000')
  },
)

it.each([
  ['GET', 'nothing-here'],
  ['DELETE', 'leads'],
  ['PUT', 'leads/x'],
  ['POST', 'workspace'],
  ['GET', 'leads/x/y'],
])('answers 404 to %s %s', async (method, path) => {
  expectError(
    await workspace.call(path, { method, headers: { authorization: `Bearer ${workspace.sandbox.key}` } }),
    404,
    'NOT_FOUND',
  )
})

it.each(['lead_abc123', '00000000-0000-7000-8000-000000000000', '%F0%9F%98%80', "a'b"])(
  'does not know the lead %s',
  async (id) => {
    expectError(await workspace.call(`leads/${id}`), 404, 'NOT_FOUND')
    expectError(await workspace.send('PATCH', `leads/${id}`, { notes: 'x' }), 404, 'NOT_FOUND')
  },
)

it('answers 429 with Retry-After once the window is used up, counting refusals too', async () => {
  await workspace.control('limit', { limit: 0 })
  const refused = await workspace.call('leads')
  await workspace.control('limit', { limit: 1_000_000 })
  expectError(refused, 429, 'RATE_LIMITED')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
  const before = Number((await workspace.call('workspace')).headers.get('x-ratelimit-remaining'))
  const after = Number((await workspace.call('leads/none')).headers.get('x-ratelimit-remaining'))
  expect([before - 1, 999_999]).toContain(after)
})

it.each(Object.entries(planLimits))(
  'the plan %s allows %i requests a minute when nothing overrides it',
  async (plan, limit) => {
    await workspace.control('limit', { limit: null })
    await workspace.control('plan', { plan })
    const answer = await workspace.call('workspace', { headers: {} })
    await workspace.control('plan', { plan: 'pro' })
    await workspace.control('limit', { limit: 1_000_000 })
    expect(answer.headers.get('x-ratelimit-limit')).toBe(String(limit))
  },
)

it('opens its controls only with the key, and its query for reading only', async () => {
  const url = `http://127.0.0.1:${workspace.sandbox.controlPort}/control/deliver`
  expect((await fetch(url, { method: 'POST' })).status).toBe(401)
  const answer = await workspace.control('query', { sql: 'delete from leads' })
  expect(answer.status).toBe(500)
  expect(answer.body.error.message).toContain('read-only')
  expect((await workspace.control('query', { sql: 'commit; delete from leads' })).status).toBe(500)
})
