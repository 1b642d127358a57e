import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../test-workspace.ts'

let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await openTestWorkspace({ leads: 60, now: null })
})
afterAll(() => workspace.sandbox.close())

const well = { meta: 'none', google: 'none', tiktok: 'none', linkedin: 'none' }

async function newLead(adPlatform: string): Promise<string> {
  const { body } = await workspace.send('POST', 'leads', { firstName: 'Uji', status: 'won', adPlatform })
  return body.data.id
}

async function syncState(id: string): Promise<unknown> {
  const [row] = await workspace.rows('select sync_state as state from leads where id = $1', [id])
  return row?.state
}

test('a failing platform fails every attempt, a stalled one is not tried, and both are well again when told so', async () => {
  const platforms = { ...well, meta: 'failing', tiktok: 'stalled' }
  expect((await workspace.control('state', { platforms, droppedReplies: 0 })).body).toEqual({
    platforms,
    droppedReplies: 0,
  })
  const [meta, tiktok] = [await newLead('meta'), await newLead('tiktok')]
  await workspace.control('deliver', {})
  expect([await syncState(meta), await syncState(tiktok)]).toEqual(['failed', 'pending'])
  await workspace.control('state', { platforms: well, droppedReplies: 0 })
  await workspace.control('deliver', {})
  // The last of its attempts is over: failed is where it stays. What waited is delivered, or failed by chance.
  expect(await syncState(meta)).toBe('failed')
  expect(await syncState(tiktok)).not.toBe('pending')
})

test('a dropped reply is lost after the write took place, so many times and no more', async () => {
  await workspace.control('state', { platforms: well, droppedReplies: 1 })
  const ticket = { subject: 'Dropped', message: 'Is it there?' }
  await expect(workspace.send('POST', 'support/tickets', ticket)).rejects.toThrow()
  expect(await workspace.rows("select 1 from tickets where subject = 'Dropped'")).toHaveLength(1)
  expect((await workspace.send('POST', 'support/tickets', { ...ticket, subject: 'Kept' })).status).toBe(201)
})

test('a refused write is not dropped: there is nothing to be unsure of', async () => {
  await workspace.control('state', { platforms: well, droppedReplies: 1 })
  expect((await workspace.send('POST', 'support/tickets', {})).status).toBe(400)
  await workspace.control('state', { platforms: well, droppedReplies: 0 })
})

test('leads come in at once, and the day counts them', async () => {
  const count = async () => Number((await workspace.rows('select count(*)::int as n from leads'))[0]?.n)
  const before = await count()
  expect((await workspace.control('arrivals', { leads: 7 })).body).toEqual({ leads: 7 })
  expect(await count()).toBe(before + 7)
  expect((await workspace.control('arrivals', { leads: 5000 })).status).toBe(400)
})

test.each([{}, { platforms: { ...well, meta: 'odd' }, droppedReplies: 0 }, { platforms: well, droppedReplies: 99 }])(
  'a state that cannot be is refused: %j',
  async (body) => {
    expect((await workspace.control('state', body)).status).toBe(400)
  },
)

async function told(faults: Readonly<Record<string, number | null>>): Promise<void> {
  expect((await workspace.control('faults', faults)).status).toBe(200)
}

test.each([
  ['429', 429, 'RATE_LIMITED'],
  ['500', 500, 'INTERNAL_ERROR'],
] as const)('so many calls end in %s, and then no more', async (name, status, code) => {
  await told({ [name]: 2 })
  const answers = [await workspace.call('leads'), await workspace.call('workspace'), await workspace.call('leads')]
  expect(answers.map((answer) => answer.status)).toEqual([status, status, 200])
  expect(answers[0]?.body.error.code).toBe(code)
  expect(answers[0]?.headers.has('retry-after')).toBe(status === 429)
})

test("a 503 is a gateway's: no envelope", async () => {
  await told({ '503': 1 })
  const answer = await workspace.call('leads')
  expect([answer.status, answer.body]).toEqual([503, 'Service Unavailable'])
})

test('the key is refused after so many calls, until told otherwise', async () => {
  await told({ '401-after': 1 })
  const calls = [await workspace.call('leads'), await workspace.call('leads'), await workspace.call('leads')]
  expect(calls.map((answer) => answer.status)).toEqual([200, 401, 401])
  await told({ '401-after': null })
  expect((await workspace.call('leads')).status).toBe(200)
})

test('a write lost before it took place is not there', async () => {
  await told({ 'drop-before': 1 })
  await expect(workspace.send('POST', 'support/tickets', { subject: 'Lost', message: 'x' })).rejects.toThrow()
  expect(await workspace.rows("select 1 from tickets where subject = 'Lost'")).toHaveLength(0)
})

test('an answer is cut in its middle, or far too large', async () => {
  await told({ truncated: 1 })
  await expect(workspace.call('leads')).rejects.toThrow(SyntaxError)
  await told({ oversized: 1 })
  const { padding } = (await workspace.call('workspace')).body
  expect(padding.length).toBeGreaterThan(8_000_000)
})

test('an answer waits, and a new lead stands in no list before its time', async () => {
  await told({ latency: 120, 'search-lag': 60_000 })
  const started = performance.now()
  const { body } = await workspace.send('POST', 'leads', { firstName: 'Lag', uniqueCode: 'LAG1' })
  expect(performance.now() - started).toBeGreaterThan(115)
  expect((await workspace.call('leads?search=LAG1')).body.pagination.total).toBe(0)
  expect((await workspace.call('leads?createdFrom=2100-01-01')).status).toBe(200)
  expect((await workspace.call(`leads/${body.data.id}`)).status).toBe(200)
  await told({ latency: 0, 'search-lag': 0 })
  expect((await workspace.call('leads?search=LAG1')).body.pagination.total).toBe(1)
})

test('a rival spends the limit that all keys share', async () => {
  const left = async () => (await workspace.call('workspace', { headers: {} })).headers.get('x-ratelimit-remaining')
  await workspace.control('limit', { limit: 1 })
  await told({ rival: 1_000_000 })
  expect(await left()).toBe('0')
  await told({ rival: 0 })
  await workspace.control('limit', { limit: 1_000_000 })
  expect(Number(await left())).toBeGreaterThan(999_000)
})

test.each([{ weather: 1 }, { latency: -1 }, { latency: 'long' }, []])('refuses the faults %j', async (faults) => {
  expect((await workspace.control('faults', faults)).status).toBe(400)
})

test('further keys have their own scopes, share the limit, expire and are revoked', async () => {
  const lead = { firstName: 'Key' }
  const made = await workspace.control('keys', { scopes: ['agent.leads.read'] })
  const { id, key } = made.body
  const as = (text: string, path: string, init: RequestInit = {}) =>
    workspace.call(path, { ...init, headers: { authorization: `Bearer ${text}`, 'content-type': 'application/json' } })
  const left = (answer: { readonly headers: Headers }) => Number(answer.headers.get('x-ratelimit-remaining'))
  const [own, other] = [await workspace.call('leads'), await as(key, 'leads')]
  expect(other.status).toBe(200)
  expect([left(own) - 1, 999_999]).toContain(left(other))
  expect((await as(key, 'leads', { method: 'POST', body: JSON.stringify(lead) })).status).toBe(403)

  const expired = await workspace.control('keys', { scopes: ['agent.leads.read'], expiresInMs: -1 })
  expect((await as(expired.body.key, 'leads')).status).toBe(401)
  expect((await workspace.control('keys/revoke', { id })).body).toEqual({ revoked: id })
  const refused = await as(key, 'leads')
  expect([refused.status, refused.body.error.code]).toEqual([401, 'UNAUTHORIZED'])
  expect((await workspace.call('leads')).status).toBe(200)
  expect((await workspace.control('keys/revoke', { id: 'key_99' })).status).toBe(404)
})
