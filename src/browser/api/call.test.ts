import { afterEach, describe, expect, it, vi } from 'vitest'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import { buildLead } from '#contract/build-lead.ts'
import { call } from './call.ts'
import { ContractError } from './contract-error.ts'
import { HttpError } from './http-error.ts'
import { NetworkError } from './network-error.ts'

const good = { success: true, data: buildLead() }

function answerWith(body: unknown, init: ResponseInit = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const fake = vi.fn<typeof fetch>(async () => new Response(text, init))
  vi.stubGlobal('fetch', fake)
  return fake
}

const getLead = (id = 'lead_abc123', signal?: AbortSignal) => call(agentEndpoints.getLead, { params: { id } }, signal)

afterEach(() => vi.unstubAllGlobals())

describe('a call', () => {
  it('asks its own origin with the header that only this page sends', async () => {
    const fake = answerWith({ success: true, data: [] })
    await call(agentEndpoints.listLeads, { query: { status: 'new', limit: 10, search: 'a&b' } })
    const [target, init] = fake.mock.calls[0] ?? []
    expect(target).toBe('/api/v2/agent/leads?limit=10&status=new&search=a%26b')
    expect(init).toMatchObject({ method: 'GET', cache: 'no-store', redirect: 'error', body: null })
    expect(init?.headers).toEqual({ 'x-konektor-dashboard': '1' })
  })

  it('sends a body as JSON', async () => {
    const fake = answerWith({ success: true, data: { id: 'm', name: 'Andi' } })
    await call(bffEndpoints.nameMember, { params: { id: 'm' }, body: { name: 'Andi' } })
    const init = fake.mock.calls[0]?.[1]
    expect(init?.body).toBe('{"name":"Andi"}')
    expect(init?.headers).toMatchObject({ 'content-type': 'application/json' })
  })

  it('percent-encodes what it puts into a path', async () => {
    const fake = answerWith(good)
    await getLead('../a?b')
    expect(fake.mock.calls[0]?.[0]).toBe('/api/v2/agent/leads/..%2Fa%3Fb')
  })

  it('tells when the facts were true and which request brought them', async () => {
    answerWith(good, { headers: { age: '30', 'x-request-id': 'r-1' } })
    const answered = await getLead()
    expect(answered.body.data.firstName).toBe('Budi')
    expect(answered.requestId).toBe('r-1')
    expect(Date.now() - answered.asOf).toBeGreaterThanOrEqual(30_000)
    expect(Date.now() - answered.asOf).toBeLessThan(35_000)
  })

  it('keeps values that no vocabulary lists, and leaves what is missing unknown', async () => {
    answerWith({ success: true, data: { id: 'lead_1', status: 'archived', unheard: 1 } })
    const { body } = await getLead()
    expect(body.data.status).toBe('archived')
    expect(body.data.estimatedValue).toBeUndefined()
  })
})

describe('a failed call', () => {
  it('is an HttpError with everything a screen needs', async () => {
    answerWith(
      { success: false, error: { code: 'RATE_LIMITED', message: 'Slow down', details: null } },
      { status: 429, headers: { 'retry-after': '12', 'x-request-id': 'r-2' } },
    )
    const error = await getLead().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ status: 429, code: 'RATE_LIMITED', retryAfterS: 12, requestId: 'r-2', details: {} })
  })

  it.each(['soon', '-1', '1.5', 'Wed, 21 Oct 2026 07:28:00 GMT', '99999999999'])(
    'takes a Retry-After of %s for none',
    async (retryAfter) => {
      answerWith(
        { success: false, error: { code: 'RATE_LIMITED', message: '' } },
        { status: 429, headers: { 'retry-after': retryAfter } },
      )
      expect(await getLead().catch((thrown: unknown) => thrown)).toMatchObject({ retryAfterS: null })
    },
  )

  it.each([
    ['no JSON', '<html>', 200],
    ['an error without its frame', { message: 'no' }, 500],
    ['no data', { success: true }, 200],
    ['a wrong type', { success: true, data: { id: 7 } }, 200],
    ['success that is none', { success: false, data: buildLead() }, 200],
    ['a cut-off answer', '{"success":true,"data":{"id":"le', 200],
  ])('is a ContractError for %s', async (_, body, status) => {
    answerWith(body, { status, headers: { 'x-request-id': 'r-3' } })
    const error = await getLead().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ContractError)
    expect(error).toMatchObject({ requestId: 'r-3' })
  })

  it('is a NetworkError where no answer comes', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('Failed to fetch')
    })
    await expect(getLead()).rejects.toBeInstanceOf(NetworkError)
  })

  it('passes an abort on as the browser gives it', async () => {
    const stop = new AbortController()
    vi.stubGlobal('fetch', async () => {
      stop.abort()
      throw new DOMException('stopped', 'AbortError')
    })
    await expect(getLead('lead_1', stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
  })
})
