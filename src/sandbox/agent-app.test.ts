import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AgentEndpointName, agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { errorAnswer } from '#contract/envelope.ts'
import { scopes } from '#contract/vocabularies.ts'
import { expectContract, openTestWorkspace, type TestAnswer, type TestWorkspace } from './test-workspace.ts'

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

describe('bad input', () => {
  it.each([
    ['leads?limit=0', 'limit'],
    ['leads?limit=101', 'limit'],
    ['leads?page=0', 'page'],
    ['leads?status=sold', 'status'],
    ['leads?assignedTo=me', 'assignedTo'],
    ['leads?createdFrom=yesterday', 'createdFrom'],
    ['leads?createdFrom=2026-02-30', 'createdFrom'],
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
})

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

it('takes the number of the plan when nothing overrides it', async () => {
  await workspace.control('limit', { limit: null })
  await workspace.control('plan', { plan: 'starter' })
  const answer = await workspace.call('workspace', { headers: {} })
  await workspace.control('plan', { plan: 'pro' })
  await workspace.control('limit', { limit: 1_000_000 })
  expect(answer.headers.get('x-ratelimit-limit')).toBe('60')
})

it('opens its controls only with the key, and its query for reading only', async () => {
  const url = `http://127.0.0.1:${workspace.sandbox.controlPort}/control/deliver`
  expect((await fetch(url, { method: 'POST' })).status).toBe(401)
  const answer = await workspace.control('query', { sql: 'delete from leads' })
  expect(answer.status).toBe(500)
  expect(answer.body.error.message).toContain('read-only')
  expect((await workspace.control('query', { sql: 'commit; delete from leads' })).status).toBe(500)
})
