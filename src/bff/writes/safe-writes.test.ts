import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Lead } from '#contract/lead.ts'
import { buildBff, canaryKey } from '../build-bff.ts'
import { unforeseen } from '../own/bff-error.ts'
import type { Fault } from '../recording/recording-fault.ts'
import { type RecordingUpstream, startRecordingUpstream } from '../recording/recording-upstream.ts'
import { matchRoute } from '../request/match-route.ts'
import { sendTicketRoute } from './send-ticket.ts'

let upstream: RecordingUpstream
beforeAll(async () => {
  upstream = await startRecordingUpstream()
})
beforeEach(() => upstream.reset())
afterAll(() => upstream.close())

const id = 'lead_abc123'
/** A write whose answer is lost in silence need not be waited for. */
const impatient = { timing: { writeMs: 300 } }
const lost: readonly [string, Fault][] = [
  ['reset', { kind: 'reset', committed: false }],
  ['silence', { kind: 'silence', committed: false }],
  ['a gateway’s 502', { kind: 'raw', status: 502, headers: { 'content-type': 'text/html' }, body: 'Bad gateway' }],
]
const committed: readonly [string, Fault][] = [
  ['reset', { kind: 'reset', committed: true }],
  ['silence', { kind: 'silence', committed: true }],
  ['a truncated answer', { kind: 'truncated' }],
  ['garbage', { kind: 'garbage' }],
  ['two encoding headers', { kind: 'odd', headers: { 'content-encoding': ['identity', 'identity'] } }],
  ['two type headers', { kind: 'odd', headers: { 'content-type': ['application/json', 'application/json'] } }],
  ['the status 205', { kind: 'odd', status: 205 }],
  ['the status 700', { kind: 'odd', status: 700 }],
  ['the key in it', { kind: 'odd', text: JSON.stringify({ data: Buffer.from(canaryKey).toString('base64') }) }],
]

function sent(method: string) {
  return upstream.requests.filter((request) => request.method === method).map(({ body }) => JSON.parse(body))
}
function change(overrides: Partial<Lead>): void {
  const lead = upstream.leads.get(id)
  if (lead !== undefined) upstream.leads.set(id, { ...lead, ...overrides })
}
async function update(values: Record<string, unknown>, changes: Record<string, unknown>, bff = buildBff(upstream)) {
  const response = await bff.ask('PATCH', `/bff/leads/${id}`, { base: { updatedAt: null, values }, changes })
  return {
    status: response.status,
    body: (await response.json()) as { data?: Lead; error?: Record<string, unknown> },
    ...bff,
  }
}
function outcomes(lines: ReturnType<typeof buildBff>['lines']) {
  return lines.filter(({ event }) => event === 'write').map(({ outcome }) => outcome)
}

describe('an update', () => {
  test('sends only the changed fields that are not so already', async () => {
    change({ priority: 'high', lastName: null })
    const { status, body, lines } = await update(
      { status: 'new', priority: 'medium', lastName: null, notes: null },
      { status: 'contacted', priority: 'high', lastName: null, notes: 'Hello' },
    )
    expect(status).toBe(200)
    expect(body.data).toMatchObject({ status: 'contacted', notes: 'Hello' })
    expect(sent('PATCH')).toEqual([{ status: 'contacted', notes: 'Hello' }])
    expect(outcomes(lines)).toEqual(['confirmed'])
  })

  test('lets other fields that somebody changed meanwhile be', async () => {
    change({ notes: 'Theirs', updatedAt: '2025-02-01T00:00:00.000Z' })
    expect((await update({ status: 'new' }, { status: 'won' })).status).toBe(200)
    expect(upstream.leads.get(id)).toMatchObject({ status: 'won', notes: 'Theirs' })
  })

  test('refuses where somebody changed the same field, with their values, and sends nothing', async () => {
    change({ status: 'lost', actualValue: 7, updatedAt: '2025-02-01T00:00:00.000Z' })
    const { status, body, lines } = await update(
      { status: 'new', actualValue: null, notes: null },
      { status: 'won', actualValue: 9, notes: 'x' },
    )
    expect(status).toBe(409)
    expect(body.error).toMatchObject({
      code: 'CONFLICT',
      details: { theirs: { status: 'lost', actualValue: 7 }, updatedAt: '2025-02-01T00:00:00.000Z' },
    })
    expect(sent('PATCH')).toEqual([])
    expect(outcomes(lines)).toEqual(['conflict'])
  })

  test('treats a field without a base value as one that was empty', async () => {
    expect((await update({}, { notes: 'First' })).status).toBe(200)
    expect((await update({}, { notes: 'Second' })).status).toBe(409)
  })

  test('answers the lead as read where nothing is left to send', async () => {
    const { status, body, lines } = await update({ status: 'contacted' }, { status: 'new', lastName: ' Santoso ' })
    expect([status, body.data?.status]).toEqual([200, 'new'])
    expect(sent('PATCH')).toEqual([])
    expect(outcomes(lines)).toEqual(['unchanged'])
  })

  test('sends an external reference without comparing, because reads never show it', async () => {
    expect((await update({}, { externalRef: 'crm-7' })).status).toBe(200)
    expect(sent('PATCH')).toEqual([{ externalRef: 'crm-7' }])
  })

  test('of one lead waits for the one before, and then sees its values', async () => {
    upstream.fail({ method: 'PATCH', fault: { kind: 'latency', ms: 40 }, times: 1 })
    const bff = buildBff(upstream)
    const [first, second] = await Promise.all([
      update({ status: 'new' }, { status: 'contacted' }, bff),
      update({ status: 'new' }, { status: 'lost' }, bff),
    ])
    expect([first.status, second.status]).toEqual([200, 409])
    expect(upstream.requests.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET'])
    expect((await update({ status: 'contacted' }, { status: 'lost' }, bff)).status).toBe(200)
  })

  test('of a lead that is gone passes the 404, and one that cannot be read is surely not sent', async () => {
    const { ask } = buildBff(upstream)
    expect((await ask('PATCH', '/bff/leads/gone', { base: { values: {} }, changes: { notes: 'x' } })).status).toBe(404)
    upstream.fail({ method: 'GET', fault: { kind: 'reset', committed: false } })
    expect((await update({}, { notes: 'x' })).body.error?.code).toBe('UPSTREAM_UNREACHABLE')
    expect(sent('PATCH')).toEqual([])
  })

  test('passes a refusal on as it is', async () => {
    upstream.fail({
      method: 'PATCH',
      fault: { kind: 'error', status: 400, code: 'VALIDATION_ERROR', details: { phone: 'No' } },
    })
    const { status, body, lines } = await update({ phone: '+6281234567890' }, { phone: '1' })
    expect([status, body.error?.details]).toEqual([400, { phone: 'No' }])
    expect(outcomes(lines)).toEqual(['rejected'])
  })

  test.each(committed)('that took place before %s is confirmed by reading, and sent once', async (_, fault) => {
    upstream.fail({ method: 'PATCH', fault })
    const { status, body, lines } = await update(
      { status: 'new', notes: null },
      { status: 'won', notes: 'Paid' },
      buildBff(upstream, impatient),
    )
    expect([status, body.data?.status, body.data?.notes]).toEqual([200, 'won', 'Paid'])
    expect(sent('PATCH')).toHaveLength(1)
    expect(outcomes(lines)).toEqual(['confirmed'])
  })

  test.each(lost)('that was lost by %s is unknown, never called saved, and sent once', async (_, fault) => {
    upstream.fail({ method: 'PATCH', fault })
    const { status, body, lines, waits } = await update(
      { status: 'new' },
      { status: 'won' },
      buildBff(upstream, impatient),
    )
    expect([status, body.error?.code]).toEqual([504, 'UNKNOWN_OUTCOME'])
    expect(sent('PATCH')).toHaveLength(1)
    expect(waits).toEqual([500, 2000])
    expect(outcomes(lines)).toEqual(['unknown'])
  })

  test('whose only field cannot be read back is unknown', async () => {
    upstream.fail({ method: 'PATCH', fault: { kind: 'reset', committed: true } })
    expect((await update({}, { externalRef: 'crm-7' })).status).toBe(504)
  })
})

describe('a create', () => {
  const person = { firstName: 'Sari', phone: '081234', email: 'sari@example.com' }

  test('mints a reference that sorts by time, or keeps the person’s', async () => {
    const { ask } = buildBff(upstream)
    for (const externalRef of [undefined, null, '  ', 'crm-7']) {
      const response = await ask('POST', '/bff/leads', { ...person, externalRef })
      expect(response.status).toBe(201)
    }
    const refs = sent('POST').map(({ externalRef }) => externalRef as string)
    expect(refs[3]).toBe('crm-7')
    for (const ref of refs.slice(0, 3)) {
      expect(ref).toMatch(/^kd_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Math.abs(Number.parseInt(ref.slice(3).replaceAll('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(
        5000,
      )
    }
    expect(new Set(refs).size).toBe(4)
  })

  test.each(committed)('that took place before %s is found and adopted, with its reference', async (_, fault) => {
    upstream.fail({ method: 'POST', fault })
    const { ask, lines } = buildBff(upstream, impatient)
    const response = await ask('POST', '/bff/leads', person)
    expect(response.status).toBe(201)
    const { data } = (await response.json()) as { data: Lead }
    expect(data).toMatchObject({ firstName: 'Sari', externalRef: sent('POST')[0]?.externalRef })
    expect(sent('POST')).toHaveLength(1)
    expect(upstream.leads.size).toBe(2)
    expect(outcomes(lines)).toEqual(['confirmed'])
  })

  test.each(lost)('that was lost by %s is unknown, names its reference, and is sent once', async (_, fault) => {
    upstream.fail({ method: 'POST', fault })
    const { ask, lines, waits } = buildBff(upstream, impatient)
    const response = await ask('POST', '/bff/leads', person)
    expect(response.status).toBe(504)
    const { error } = (await response.json()) as { error: { code: string; details: { externalRef: string } } }
    expect(error.code).toBe('UNKNOWN_OUTCOME')
    expect(error.details.externalRef).toBe(sent('POST')[0]?.externalRef)
    expect(sent('POST')).toHaveLength(1)
    expect(waits).toEqual([2000, 6000])
    expect(outcomes(lines)).toEqual(['unknown'])
  })

  test('that becomes visible late is found at the second look', async () => {
    upstream.fail({ method: 'POST', fault: { kind: 'reset', committed: true } })
    upstream.fail({ method: 'GET', fault: { kind: 'garbage' }, times: 1 })
    expect((await buildBff(upstream).ask('POST', '/bff/leads', person)).status).toBe(201)
  })

  test.each([
    ['an older lead under the same reference', { createdAt: '2024-01-01T00:00:00.000Z' }],
    ['another person under the same reference', { firstName: 'Other' }],
  ])('does not mistake %s for its own', async (_, difference) => {
    upstream.leads.set('old', {
      id: 'old',
      ...person,
      externalRef: 'crm-7',
      createdAt: new Date().toISOString(),
      ...difference,
    })
    upstream.fail({ method: 'POST', fault: { kind: 'reset', committed: false } })
    expect((await buildBff(upstream).ask('POST', '/bff/leads', { ...person, externalRef: 'crm-7' })).status).toBe(504)
  })

  test('under a reference that the browser minted is found by it alone', async () => {
    const externalRef = '0190c2f4-7a1b-7c3d-8e5f-0123456789ab'
    for (const [ref, status] of [
      [`kd_${externalRef}`, 201],
      [`kd_${externalRef.replace('-7c3d', '-4c3d')}`, 504],
    ] as const) {
      upstream.reset()
      upstream.leads.set('made', { id: 'made', ...person, firstName: 'Sari Dewi', externalRef: ref })
      upstream.fail({ method: 'POST', fault: { kind: 'reset', committed: false } })
      const response = await buildBff(upstream).ask('POST', '/bff/leads', { ...person, externalRef: ref })
      expect(response.status, ref).toBe(status)
    }
  })

  test('whose answer nests deeper than calls can is still confirmed', async () => {
    const deep = `${'['.repeat(200_000)}"\\u0041"${']'.repeat(200_000)}`
    upstream.fail({ method: 'POST', fault: { kind: 'odd', text: `{"success":true,"data":{"id":"a","x":${deep}}}` } })
    const { ask, lines } = buildBff(upstream)
    expect((await ask('POST', '/bff/leads', person)).status).toBe(201)
    expect(outcomes(lines)).toEqual(['confirmed'])
  })

  test('that could not be sent is surely not sent', async () => {
    const { ask, lines } = buildBff(upstream, { upstream: { kind: 'live', baseUrl: new URL('http://127.0.0.1:9') } })
    const response = await ask('POST', '/bff/leads', person)
    expect(await response.json()).toMatchObject({ error: { code: 'UPSTREAM_UNREACHABLE' } })
    expect(outcomes(lines)).toEqual(['not sent'])
  })

  test('passes a refusal on, a gateway’s too, and looks nothing up', async () => {
    upstream.fail({ method: 'POST', fault: { kind: 'error', status: 403, code: 'FORBIDDEN' }, times: 1 })
    upstream.fail({
      method: 'POST',
      fault: { kind: 'raw', status: 429, headers: { 'retry-after': '9' }, body: 'slow' },
      times: 1,
    })
    const { ask } = buildBff(upstream)
    expect((await ask('POST', '/bff/leads', person)).status).toBe(403)
    const limited = await ask('POST', '/bff/leads', person)
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '9'])
    expect(sent('GET')).toEqual([])
  })
})

describe('a ticket', () => {
  const words = { subject: 'Rotator stuck', message: 'It stays on one number.' }

  test('is sent once and noted with its reference', async () => {
    const { ask, desk } = buildBff(upstream)
    const response = await ask('POST', '/bff/tickets', { ...words, priority: 'high' })
    expect(response.status).toBe(201)
    const line = {
      ref: 'ABCDE-1234',
      subject: 'Rotator stuck',
      priority: 'high',
      outcome: 'sent',
      sentAt: expect.any(String),
    }
    expect(await response.json()).toEqual({ success: true, data: line })
    expect(desk.listTickets()).toEqual([line])
    expect(await (await ask('GET', '/bff/tickets')).json()).toMatchObject({ data: [line] })
  })

  test.each([...lost, ...committed])(
    'whose answer was lost by %s is noted as unknown and never sent again',
    async (_, fault) => {
      upstream.fail({ method: 'POST', fault })
      const { ask, desk } = buildBff(upstream, impatient)
      const response = await ask('POST', '/bff/tickets', words)
      expect(await response.json()).toMatchObject({ error: { code: 'UNKNOWN_OUTCOME' } })
      expect(sent('POST')).toHaveLength(1)
      expect(desk.listTickets()).toMatchObject([{ ref: null, outcome: 'unknown', priority: 'normal' }])
    },
  )

  test('whose sending ends in an unforeseen throw is noted as unknown', async () => {
    const { desk } = buildBff(upstream)
    const route = matchRoute('POST', '/bff/tickets')
    const outcomes: unknown[] = []
    const send = sendTicketRoute({
      forward: () => Promise.reject(new RangeError('unforeseen')),
      desk,
      log: ({ outcome }) => outcomes.push(outcome),
      sleep: async () => undefined,
    })
    const request = new Request('http://a.invalid/bff/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(words),
    })
    const thrown: unknown = await send(request, route, 'id').catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: 'UNKNOWN_OUTCOME' })
    expect(unforeseen(thrown)).toBeInstanceOf(RangeError)
    expect(outcomes).toEqual(['unknown'])
    expect(desk.listTickets()).toMatchObject([{ outcome: 'unknown' }])
  })

  test('that was refused is not noted', async () => {
    upstream.fail({ method: 'POST', fault: { kind: 'error', status: 403, code: 'FORBIDDEN' } })
    const { ask, desk } = buildBff(upstream, impatient)
    expect((await ask('POST', '/bff/tickets', words)).status).toBe(403)
    expect(desk.listTickets()).toEqual([])
  })

  test('stays sent where the ledger cannot be written', async () => {
    const { desk } = buildBff(upstream)
    const full = { ...desk, addTicket: () => Promise.reject(new Error('ENOSPC')) }
    const { ask, lines } = buildBff(upstream, { desk: full })
    expect((await ask('POST', '/bff/tickets', words)).status).toBe(201)
    expect(lines.some(({ level }) => level === 'error')).toBe(true)
  })
})

describe('a member', () => {
  const member = '0f8fad5b-d9cb-469f-a165-70867728950e'
  test('is named, and loses the name with an empty one', async () => {
    const { ask } = buildBff(upstream)
    expect(await (await ask('PUT', `/bff/members/${member}`, { name: ' Rina ' })).json()).toMatchObject({
      data: { id: member, name: 'Rina' },
    })
    expect(await (await ask('PUT', `/bff/members/${member}`, { name: '' })).json()).toMatchObject({
      data: { id: member, name: null },
    })
    expect((await ask('PUT', '/bff/members/rina', { name: 'Rina' })).status).toBe(400)
    expect((await ask('PUT', `/bff/members/${member}`, { name: 'x'.repeat(61) })).status).toBe(400)
  })
})
