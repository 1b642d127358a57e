import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { buildBff, buildDesk } from './build-bff.ts'
import { upstreamForTests } from './recording/upstream-for-tests.ts'
import { systemClock } from './writes/clock.ts'

const upstream = await upstreamForTests()

test('a throw anywhere gives a generic error with an id, and the next request is served', async () => {
  const broken = {
    ...buildDesk(),
    listMembers: () => {
      throw new Error('Budi Santoso +6281234567890')
    },
    listTickets: () => {
      throw 'a text'
    },
    nameMember: () => Promise.reject(new TypeError('/secret/path')),
  }
  const { ask, lines } = buildBff(upstream, { desk: broken })
  const answers = [
    await ask('GET', '/bff/members'),
    await ask('GET', '/bff/tickets'),
    await ask('PUT', '/bff/members/0f8fad5b-d9cb-469f-a165-70867728950e', { name: 'Rina' }),
  ]
  for (const response of answers) {
    expect(response.status).toBe(500)
    const { error } = (await response.json()) as { error: unknown }
    expect(error).toEqual({ code: 'DASHBOARD_ERROR', message: 'Something went wrong in this dashboard', details: null })
    const requestId = response.headers.get('x-request-id')
    expect(lines.find((line) => line.event === 'fault' && line.requestId === requestId)?.errorName).toBeDefined()
  }
  expect(JSON.stringify(lines)).not.toMatch(/Budi|62812|secret/)
  expect((await ask('GET', '/bff/status')).status).toBe(200)
  expect((await ask('GET', '/api/v2/agent/leads')).status).toBe(200)
})

test('a log that throws does not end in a rejection', async () => {
  const { ask } = buildBff(upstream, {
    log: () => {
      throw new Error('disk full')
    },
  })
  expect((await ask('GET', '/bff/status')).status).toBe(200)
  expect((await ask('GET', '/nothing')).status).toBe(404)
})

test('logs hold no personal value, no query, no key, and no forged line', async () => {
  const { ask, lines } = buildBff(upstream)
  upstream.extraHeaders = { 'x-request-id': 'Budi Santoso' }
  const person = {
    firstName: 'Zainuddin',
    lastName: 'Qomar',
    email: 'zq@example.com',
    phone: '0899887766',
    notes: 'Owes\nmoney',
  }
  await ask('GET', '/api/v2/agent/leads?search=Zainuddin')
  await ask('GET', '/api/v2/agent/leads?search=Zainuddin&page=0')
  await ask('GET', '/api/v2/agent/leads/lead_abc123')
  await ask('GET', '/api/v2/agent/Zainuddin')
  await ask('POST', '/bff/leads', { writeId: randomUUID(), lead: person })
  upstream.extraHeaders = {}
  const base = { values: { notes: null } }
  for (const notes of [person.notes, 'Zainuddin again']) {
    await ask('PATCH', '/bff/leads/lead_abc123', { writeId: randomUUID(), base, changes: { notes } })
  }
  await ask('PATCH', '/bff/leads/lead_abc123', { writeId: randomUUID(), base, changes: {}, note: 'Zainuddin called' })
  await ask('POST', '/bff/tickets', { subject: 'Zainuddin', message: 'Qomar' })
  await ask('PUT', '/bff/members/0f8fad5b-d9cb-469f-a165-70867728950e', { name: 'Zainuddin' })
  upstream.fail({
    method: 'POST',
    fault: { kind: 'error', status: 400, code: 'VALIDATION_ERROR', details: { phone: '0899887766' } },
  })
  await ask('POST', '/bff/leads', { writeId: randomUUID(), lead: person })
  const text = JSON.stringify(lines)
  expect(text).not.toMatch(/Zainuddin|Qomar|zq@|0899|Owes|Budi|Santoso|example\.com|search|canary/)
  expect(text).not.toContain('\\n')
  expect(lines.filter(({ event }) => event === 'call')).toHaveLength(11)
  expect(lines.filter(({ event }) => event === 'write')).toMatchObject([
    {
      outcome: 'confirmed',
      leadId: 'lead_2',
      fields: ['firstName', 'lastName', 'email', 'phone', 'notes', 'externalRef'],
    },
    { outcome: 'confirmed', leadId: 'lead_abc123', fields: ['notes'], upstreamRequestId: expect.any(String) },
    { outcome: 'conflict', leadId: 'lead_abc123', fields: ['notes'] },
    { outcome: 'confirmed', leadId: 'lead_abc123', fields: ['note'] },
    { outcome: 'confirmed', fields: ['subject', 'message'] },
    { outcome: 'rejected', status: 400 },
  ])
})

test('every answer has a request id: the upstream’s, or ours', async () => {
  const { ask } = buildBff(upstream)
  for (const path of ['/api/v2/agent/leads', '/bff/status', '/bff/nothing', '/api']) {
    expect((await ask('GET', path)).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('closing lets a write end first', async () => {
  upstream.fail({ method: 'POST', fault: { kind: 'latency', ms: 60 } })
  const { ask, bff, desk } = buildBff(upstream)
  const asked = ask('POST', '/bff/tickets', { subject: 'Hello', message: 'There' })
  await bff.close()
  expect((await asked).status).toBe(201)
  expect(desk.listTickets()).toHaveLength(1)
})

test('breaking off ends what waits for the upstream: each with an answer, a sent write with its audit line too', async () => {
  upstream.fail({ fault: { kind: 'silence', committed: true } })
  const { bff, ask, desk, lines } = buildBff(upstream, { clock: systemClock })
  const answers = Promise.all([
    ask('GET', '/api/v2/agent/leads'),
    ask('POST', '/bff/leads', { writeId: randomUUID(), lead: { firstName: 'Sari' } }),
    ask('PATCH', '/bff/leads/lead_abc123', { writeId: randomUUID(), base: { values: {} }, changes: { notes: 'x' } }),
    ask('POST', '/bff/tickets', { subject: 'Rotator', message: 'It stays.' }),
  ])
  await vi.waitFor(() => expect(upstream.requests).toHaveLength(4))
  const from = performance.now()
  await bff.breakOff()
  expect((await answers).map(({ status }) => status)).toEqual([502, 504, 502, 504])
  await bff.close()
  expect(performance.now() - from).toBeLessThan(1000)
  expect(lines.flatMap(({ outcome }) => outcome ?? []).sort()).toEqual(['not sent', 'unknown', 'unknown'])
  expect(desk.listTickets()).toMatchObject([{ outcome: 'unknown' }])
  expect(upstream.requests).toHaveLength(4)
})
