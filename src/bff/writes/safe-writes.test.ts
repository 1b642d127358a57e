import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Lead } from '#contract/lead.ts'
import { hasEnded, type LeadWrite, type LeadWrites } from '#contract/lead-write.ts'
import { buildBff, canaryKey } from '../build-bff.ts'
import { unforeseen } from '../own/bff-error.ts'
import type { Fault } from '../recording/recording-fault.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'
import { matchRoute } from '../request/match-route.ts'
import { sendTicketRoute } from './send-ticket.ts'

const upstream = await upstreamForTests()

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
type Body = { data?: LeadWrite; error?: Record<string, unknown> }

/** Asks for a write until it has ended, as the page does. */
async function ended(ask: ReturnType<typeof buildBff>['ask'], writeId: string): Promise<LeadWrite> {
  for (;;) {
    const { data } = (await (await ask('GET', `/bff/holds?ids=${writeId}`)).json()) as { data: LeadWrites }
    const [write] = data.writes
    if (write === undefined) throw new Error('The write is not known')
    if (hasEnded(write.state)) return write
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Sends a change and waits for its end. */
async function update(
  values: Record<string, unknown>,
  changes: Record<string, unknown>,
  bff = buildBff(upstream),
  { note, writeId = randomUUID() }: { note?: string; writeId?: string } = {},
) {
  const body = { writeId, base: { updatedAt: null, values }, changes, note }
  const response = await bff.ask('PATCH', `/bff/leads/${id}`, body)
  const first = (await response.json()) as Body
  const write = await ended(bff.ask, writeId)
  return { status: response.status, first, write, ...bff }
}
function create(ask: ReturnType<typeof buildBff>['ask'], lead: Record<string, unknown>, writeId = randomUUID()) {
  return ask('POST', '/bff/leads', { writeId, lead })
}
function outcomes(lines: ReturnType<typeof buildBff>['lines']) {
  return lines.filter(({ event }) => event === 'write').map(({ outcome }) => outcome)
}

describe('an update', () => {
  test('sends only the changed fields that are not so already', async () => {
    change({ priority: 'high', lastName: null })
    const { status, first, write, lines } = await update(
      { status: 'new', priority: 'medium', lastName: null, notes: null },
      { status: 'contacted', priority: 'high', lastName: null, notes: 'Hello' },
    )
    expect([status, first.data?.state]).toEqual([202, 'held'])
    expect(write).toMatchObject({ state: 'saved', leadId: id, lead: { status: 'contacted', notes: 'Hello' } })
    expect(sent('PATCH')).toEqual([{ status: 'contacted', notes: 'Hello' }])
    expect(outcomes(lines)).toEqual(['confirmed'])
  })

  test('without a status leaves at once and is answered with its end', async () => {
    const { status, first } = await update({ priority: 'medium' }, { priority: 'high' })
    expect([status, first.data]).toMatchObject([200, { state: 'saved', lead: { priority: 'high' } }])
  })

  test('lets other fields that somebody changed meanwhile be', async () => {
    change({ notes: 'Theirs', updatedAt: '2025-02-01T00:00:00.000Z' })
    expect((await update({ status: 'new' }, { status: 'won' })).write.state).toBe('saved')
    expect(upstream.leads.get(id)).toMatchObject({ status: 'won', notes: 'Theirs' })
  })

  test('refuses where somebody changed the same field, with their values, and sends nothing', async () => {
    change({ actualValue: 7, updatedAt: '2025-02-01T00:00:00.000Z' })
    const { status, first, write, lines } = await update(
      { actualValue: null, notes: null },
      { actualValue: 9, notes: 'x' },
    )
    expect(status).toBe(409)
    const error = { code: 'CONFLICT', details: { theirs: { actualValue: 7 }, updatedAt: '2025-02-01T00:00:00.000Z' } }
    expect(first.error).toMatchObject(error)
    expect(write).toMatchObject({ state: 'conflict', error })
    expect(sent('PATCH')).toEqual([])
    expect(outcomes(lines)).toEqual(['conflict'])
  })

  test('treats a field without a base value as one that was empty', async () => {
    expect((await update({}, { notes: 'First' })).status).toBe(200)
    expect((await update({}, { notes: 'Second' })).status).toBe(409)
  })

  test('gives the lead as read where nothing is left to send', async () => {
    const { write, lines } = await update({ status: 'contacted' }, { status: 'new', lastName: ' Santoso ' })
    expect(write).toMatchObject({ state: 'unchanged', lead: { status: 'new' } })
    expect(sent('PATCH')).toEqual([])
    expect(outcomes(lines)).toEqual(['unchanged'])
  })

  test('that wants what its maker saw asks nobody', async () => {
    const { status, first } = await update({ status: 'contacted' }, { status: 'contacted' })
    expect([status, first.data?.state]).toEqual([200, 'unchanged'])
    expect(upstream.requests).toEqual([])
  })

  test('sends an external reference without comparing, because reads never show it', async () => {
    expect((await update({}, { externalRef: 'crm-7' })).status).toBe(200)
    expect(sent('PATCH')).toEqual([{ externalRef: 'crm-7' }])
  })

  test('of one lead waits for the one before, and then sees its values', async () => {
    upstream.fail({ method: 'PATCH', fault: { kind: 'latency', ms: 40 }, times: 1 })
    const bff = buildBff(upstream)
    const [first, second] = await Promise.all([
      update({ priority: 'medium' }, { priority: 'high' }, bff),
      update({ priority: 'medium' }, { priority: 'low' }, bff),
    ])
    expect([first.status, second.status]).toEqual([200, 409])
    expect(upstream.requests.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET'])
    expect((await update({ priority: 'high' }, { priority: 'low' }, bff)).status).toBe(200)
  })

  test('of a lead that is gone passes the 404, and one that cannot be read is surely not sent', async () => {
    const { ask } = buildBff(upstream)
    const body = { writeId: randomUUID(), base: { values: {} }, changes: { notes: 'x' } }
    expect((await ask('PATCH', '/bff/leads/gone', body)).status).toBe(404)
    expect(await ended(ask, body.writeId)).toMatchObject({ state: 'rejected', error: { code: 'NOT_FOUND' } })
    upstream.fail({ method: 'GET', fault: { kind: 'reset', committed: false } })
    const { write, waits } = await update({}, { notes: 'x' })
    expect(write).toMatchObject({ state: 'not-sent', error: { code: 'UPSTREAM_UNREACHABLE' } })
    expect(waits).toEqual([2000, 6000])
    expect(sent('PATCH')).toEqual([])
  })

  test('passes a refusal on as it is', async () => {
    const details = { phone: 'No' }
    upstream.fail({ method: 'PATCH', fault: { kind: 'error', status: 400, code: 'VALIDATION_ERROR', details } })
    const { status, first, write, lines } = await update({ phone: '+6281234567890' }, { phone: '1' })
    expect([status, first.error?.details]).toEqual([400, details])
    expect(write).toMatchObject({ state: 'rejected', error: { code: 'VALIDATION_ERROR', details } })
    expect(outcomes(lines)).toEqual(['rejected'])
  })

  test('that fails says the same at once and when it is asked for later', async () => {
    const details = { phone: 'No' }
    upstream.fail({ method: 'PATCH', fault: { kind: 'error', status: 400, code: 'VALIDATION_ERROR', details } })
    const { ask } = buildBff(upstream)
    const body = { writeId: randomUUID(), base: { values: {} }, changes: { notes: 'x' } }
    const direct = await ask('PATCH', `/bff/leads/${id}`, body)
    const { error } = (await direct.json()) as Body
    const requestId = direct.headers.get('x-request-id')
    expect(requestId).toMatch(/./)
    expect((await ended(ask, body.writeId)).error).toEqual({ ...error, requestId, retryAfterS: null })
    const again = await ask('PATCH', `/bff/leads/${id}`, body)
    expect(again.headers.get('x-request-id')).toBe(requestId)
  })

  test.each(committed)('that took place before %s is confirmed by reading, and sent once', async (_, fault) => {
    upstream.fail({ method: 'PATCH', fault })
    const { write, lines } = await update(
      { status: 'new', notes: null },
      { status: 'won', notes: 'Paid' },
      buildBff(upstream, impatient),
    )
    expect(write).toMatchObject({ state: 'saved', lead: { status: 'won', notes: 'Paid' } })
    expect(sent('PATCH')).toHaveLength(1)
    expect(outcomes(lines)).toEqual(['confirmed'])
  })

  test.each(lost)('that was lost by %s is unknown, never called saved, and sent once', async (_, fault) => {
    upstream.fail({ method: 'PATCH', fault })
    const { write, lines, waits } = await update({ status: 'new' }, { status: 'won' }, buildBff(upstream, impatient))
    expect(write).toMatchObject({ state: 'unknown', error: { code: 'UNKNOWN_OUTCOME' } })
    expect(sent('PATCH')).toHaveLength(1)
    expect(waits).toHaveLength(5)
    expect(outcomes(lines)).toEqual(['unknown'])
  })

  test('whose only field cannot be read back is unknown', async () => {
    upstream.fail({ method: 'PATCH', fault: { kind: 'reset', committed: true } })
    expect((await update({}, { externalRef: 'crm-7' })).status).toBe(504)
  })

  test('under the same id acts once, and is answered as the first', async () => {
    const bff = buildBff(upstream)
    const writeId = randomUUID()
    await update({ priority: 'medium' }, { priority: 'high' }, bff, { writeId })
    const again = await update({ priority: 'medium' }, { priority: 'low' }, bff, { writeId })
    expect([again.status, again.first.data?.state]).toEqual([200, 'saved'])
    expect(sent('PATCH')).toEqual([{ priority: 'high' }])
  })

  test('puts a note on top of what is there, once', async () => {
    change({ notes: 'Theirs' })
    const { write } = await update({}, {}, buildBff(upstream), { note: 'Called' })
    expect(write).toMatchObject({ state: 'saved', lead: { notes: 'Called\nTheirs' } })
    expect((await update({}, {}, buildBff(upstream), { note: 'Called' })).write.state).toBe('unchanged')
    expect(sent('PATCH')).toEqual([{ notes: 'Called\nTheirs' }])
  })

  test('whose note does not fit says how long the notes are, and keeps nothing else back', async () => {
    change({ notes: 'x'.repeat(4_998) })
    const bff = buildBff(upstream)
    const [noted, other] = await Promise.all([
      update({}, {}, bff, { note: 'ab' }),
      update({ priority: 'medium' }, { priority: 'high' }, bff),
    ])
    expect(noted.status).toBe(409)
    expect(noted.first.error).toMatchObject({ code: 'NOTES_FULL', details: { length: 4_998 } })
    expect(other.write.state).toBe('saved')
  })

  test('that is asked for too soon waits as long as it is told', async () => {
    upstream.fail({ method: 'PATCH', fault: { kind: 'rate limited', retryAfter: '17' }, times: 1 })
    const { status, first, write, waits } = await update({ priority: 'medium' }, { priority: 'high' })
    expect([status, first.data?.state]).toEqual([202, 'held'])
    expect(write.state).toBe('saved')
    expect(waits).toEqual([17_000])
  })
})

describe('a create', () => {
  test('that was refused for too many calls tells how long to wait, at once and later', async () => {
    upstream.fail({ method: 'POST', fault: { kind: 'rate limited', retryAfter: '7' } })
    const { ask } = buildBff(upstream)
    const writeId = randomUUID()
    const direct = await create(ask, { firstName: 'Dewi' }, writeId)
    const { error } = await ended(ask, writeId)
    expect([direct.status, direct.headers.get('retry-after'), error?.retryAfterS]).toEqual([429, '7', 7])
  })

  const person = { firstName: 'Sari', phone: '081234', email: 'sari@example.com' }

  test('mints a reference that sorts by time, or keeps the person’s', async () => {
    const { ask } = buildBff(upstream)
    for (const externalRef of [undefined, null, '  ', 'crm-7']) {
      expect((await create(ask, { ...person, externalRef })).status).toBe(201)
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
    const writeId = randomUUID()
    const response = await create(ask, person, writeId)
    expect([response.status, await response.json()]).toMatchObject([202, { data: { state: 'checking', leadId: null } }])
    const externalRef = sent('POST')[0]?.externalRef
    expect(await ended(ask, writeId)).toMatchObject({ state: 'saved', lead: { firstName: 'Sari', externalRef } })
    expect((await create(ask, person, writeId)).status).toBe(201)
    expect(sent('POST')).toHaveLength(1)
    expect(upstream.leads.size).toBe(2)
    expect(outcomes(lines)).toEqual(['confirmed'])
  })

  test.each(lost)('that was lost by %s is sent once more when it is surely absent', async (_, fault) => {
    upstream.fail({ method: 'POST', fault, times: 1 })
    const { ask, lines, waits } = buildBff(upstream, impatient)
    const writeId = randomUUID()
    await create(ask, person, writeId)
    expect((await ended(ask, writeId)).state).toBe('saved')
    const [first, second] = sent('POST')
    expect(second).toEqual(first)
    expect(upstream.leads.size).toBe(2)
    expect(waits).toHaveLength(4)
    expect(outcomes(lines)).toEqual(['confirmed'])
  })

  test.each(lost)('that is lost twice by %s is unknown, names its reference, and is sent no more', async (_, fault) => {
    upstream.fail({ method: 'POST', fault })
    const { ask, lines } = buildBff(upstream, impatient)
    const writeId = randomUUID()
    await create(ask, person, writeId)
    const { externalRef } = sent('POST')[0] as { externalRef: string }
    const error = { code: 'UNKNOWN_OUTCOME', details: { externalRef } }
    expect(await ended(ask, writeId)).toMatchObject({ state: 'unknown', error })
    expect(sent('POST')).toHaveLength(2)
    expect(outcomes(lines)).toEqual(['unknown'])
    const again = await create(ask, person, writeId)
    expect([again.status, await again.json()]).toMatchObject([504, { error }])
  })

  test('that becomes visible late is found at a later look', async () => {
    upstream.fail({ method: 'POST', fault: { kind: 'reset', committed: true } })
    upstream.fail({ method: 'GET', fault: { kind: 'garbage' }, times: 1 })
    const { ask } = buildBff(upstream)
    const writeId = randomUUID()
    await create(ask, person, writeId)
    expect((await ended(ask, writeId)).state).toBe('saved')
  })

  test('that could never be looked for is unknown, and not sent again', async () => {
    upstream.fail({ method: 'POST', fault: { kind: 'reset', committed: true } })
    upstream.fail({ method: 'GET', fault: { kind: 'garbage' } })
    const { ask, waits } = buildBff(upstream)
    const writeId = randomUUID()
    await create(ask, person, writeId)
    expect((await ended(ask, writeId)).state).toBe('unknown')
    expect(waits).toHaveLength(7)
    expect(sent('POST')).toHaveLength(1)
  })

  test.each([
    ['an older lead under the same reference', { createdAt: '2024-01-01T00:00:00.000Z' }],
    ['another person under the same reference', { firstName: 'Other' }],
  ])('does not mistake %s for its own, and makes no second one', async (_, difference) => {
    const createdAt = new Date().toISOString()
    upstream.leads.set('old', { id: 'old', ...person, externalRef: 'crm-7', createdAt, ...difference })
    upstream.fail({ method: 'POST', fault: { kind: 'reset', committed: false } })
    const { ask } = buildBff(upstream)
    const writeId = randomUUID()
    await create(ask, { ...person, externalRef: 'crm-7' }, writeId)
    expect((await ended(ask, writeId)).state).toBe('unknown')
    expect(sent('POST')).toHaveLength(1)
  })

  test('under a reference that the browser minted is found by it alone', async () => {
    const externalRef = '0190c2f4-7a1b-7c3d-8e5f-0123456789ab'
    for (const [ref, state] of [
      [`kd_${externalRef}`, 'saved'],
      [`kd_${externalRef.replace('-7c3d', '-4c3d')}`, 'unknown'],
    ] as const) {
      upstream.reset()
      upstream.leads.set('made', { id: 'made', ...person, firstName: 'Sari Dewi', externalRef: ref })
      upstream.fail({ method: 'POST', fault: { kind: 'reset', committed: false } })
      const { ask } = buildBff(upstream)
      const writeId = randomUUID()
      await create(ask, { ...person, externalRef: ref }, writeId)
      expect((await ended(ask, writeId)).state, ref).toBe(state)
    }
  })

  test('whose answer nests deeper than calls can is still confirmed', async () => {
    const deep = `${'['.repeat(200_000)}"\\u0041"${']'.repeat(200_000)}`
    upstream.fail({ method: 'POST', fault: { kind: 'odd', text: `{"success":true,"data":{"id":"a","x":${deep}}}` } })
    const { ask, lines } = buildBff(upstream)
    expect((await create(ask, person)).status).toBe(201)
    expect(outcomes(lines)).toEqual(['confirmed'])
  })

  test('that could not be sent is surely not sent', async () => {
    const { ask, lines } = buildBff(upstream, { upstream: { kind: 'live', baseUrl: new URL('http://127.0.0.1:9') } })
    expect(await (await create(ask, person)).json()).toMatchObject({ error: { code: 'UPSTREAM_UNREACHABLE' } })
    expect(outcomes(lines)).toEqual(['not sent'])
  })

  test('passes a refusal on, a gateway’s too, and looks nothing up', async () => {
    upstream.fail({ method: 'POST', fault: { kind: 'error', status: 403, code: 'FORBIDDEN' }, times: 1 })
    upstream.fail({
      method: 'POST',
      fault: { kind: 'raw', status: 429, headers: { 'retry-after': '9' }, body: 'slow' },
      times: 1,
    })
    expect((await create(buildBff(upstream).ask, person)).status).toBe(403)
    // Another proxy: the first one believes the refusal for ten minutes (safety S10).
    const limited = await create(buildBff(upstream).ask, person)
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
    })
    const request = new Request('http://a.invalid/bff/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(words),
    })
    const nobody = { person: null, from: '' }
    const thrown: unknown = await send(request, route, 'id', nobody).catch((error: unknown) => error)
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
