import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { buildBff } from '../build-bff.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'
import { systemClock } from '../writes/clock.ts'
import { readEvents } from './testing/read-events.ts'

const upstream = await upstreamForTests()

const edit = (notes: string) => ({ writeId: randomUUID(), base: { values: {} }, changes: { notes } })

test('a stream begins with how it stands, tells an own write at once, and ends in order on a stop', async () => {
  const { ask, bff } = buildBff(upstream, { clock: systemClock })
  const response = await ask('GET', '/bff/events')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  const stream = readEvents(response)
  expect(await stream.next()).toMatchObject({ kind: 'hello', resumed: false })
  expect(await stream.next()).toMatchObject({ kind: 'way', breaker: { state: 'closed' }, keyRefused: false })
  await ask('PATCH', '/bff/leads/lead_abc123', edit('Called'))
  const told = await stream.until('leads')
  expect(told).toMatchObject({ leads: [{ id: 'lead_abc123', notes: 'Called' }], arrived: [] })
  expect(stream.kinds()).toContain('writes')
  const closing = bff.close()
  expect(await stream.ended()).toBe('in order')
  await closing
  expect((await ask('GET', '/bff/events')).status).toBe(503)
})

test('who comes back is told what was missed; after another start everything is old', async () => {
  const { ask } = buildBff(upstream, { clock: systemClock })
  const first = readEvents(await ask('GET', '/bff/events'))
  await first.until('way')
  await first.leave()
  await ask('PATCH', '/bff/leads/lead_abc123', edit('Missed'))
  const again = readEvents(await ask('GET', '/bff/events', undefined, { 'last-event-id': first.lastId() }))
  expect(await again.next()).toMatchObject({ kind: 'hello', resumed: true })
  expect(await again.until('leads')).toMatchObject({ leads: [{ notes: 'Missed' }] })
  const elsewhere = buildBff(upstream, { clock: systemClock })
  for (const id of [again.lastId(), 'x', `${first.lastId()}9`]) {
    const anew = readEvents(await elsewhere.ask('GET', '/bff/events', undefined, { 'last-event-id': id }))
    expect(await anew.next()).toMatchObject({ kind: 'hello', resumed: false })
    await anew.leave()
  }
  await again.leave()
})

test('nobody listening asks the upstream for nothing; who listens is told what changed elsewhere', async () => {
  const { ask } = buildBff(upstream, { clock: systemClock })
  expect(upstream.requests).toHaveLength(0)
  const stream = readEvents(await ask('GET', '/bff/events'))
  await stream.until('way')
  await expect.poll(() => upstream.requests.length).toBe(1)
  expect(upstream.requests[0]?.target).toBe('/api/v2/agent/leads?limit=100&sortBy=updatedAt&sortOrder=desc')
  expect((await ask('POST', '/bff/presence', { active: true })).status).toBe(200)
  expect((await ask('POST', '/bff/presence', { active: false })).status).toBe(400)
  upstream.leads.set('lead_b', buildLead({ id: 'lead_b' }))
  await stream.leave()
})
