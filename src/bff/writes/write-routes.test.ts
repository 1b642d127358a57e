import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { standardWindows } from '#contract/delivery-windows.ts'
import { type LeadWrite, type LeadWrites, leadWrites } from '#contract/lead-write.ts'
import { buildBff } from '../build-bff.ts'
import { type RecordingUpstream, startRecordingUpstream } from '../recording/recording-upstream.ts'
import { systemClock } from './clock.ts'

let upstream: RecordingUpstream
beforeAll(async () => {
  upstream = await startRecordingUpstream()
})
beforeEach(() => upstream.reset())
afterAll(() => upstream.close())

async function hold(ask: ReturnType<typeof buildBff>['ask'], writeId = randomUUID()) {
  const body = { writeId, base: { values: { status: 'new' } }, changes: { status: 'won' } }
  const response = await ask('PATCH', '/bff/leads/lead_abc123', body)
  return { writeId, status: response.status, body: (await response.json()) as { data: LeadWrite } }
}

test('a held write is answered at once with how long it can be undone, and is listed', async () => {
  const { bff, ask } = buildBff(upstream, { clock: systemClock })
  const { writeId, status, body } = await hold(ask)
  expect([status, body.data]).toMatchObject([
    202,
    { id: writeId, kind: 'update', leadId: 'lead_abc123', state: 'held' },
  ])
  const other = randomUUID()
  const answer = (await (await ask('GET', `/bff/holds?ids=${other},${writeId},${writeId}`)).json()) as {
    data: LeadWrites
  }
  const data = leadWrites.parse(answer.data)
  expect(Math.abs(Date.parse(data.startedAt) - Date.now())).toBeLessThan(60_000)
  expect(data.writes).toHaveLength(1)
  expect(data.writes[0]?.id).toBe(writeId)
  expect(data.writes[0]?.dueInMs).toBeGreaterThan(8000)
  expect(data.writes[0]?.dueInMs).toBeLessThanOrEqual(10_000)
  expect(upstream.requests).toEqual([])
  await bff.close()
  expect(upstream.leads.get('lead_abc123')?.status, 'closing sends what is held').toBe('won')
})

test('undo answers the write, and a second one that it is gone', async () => {
  const { bff, ask, lines } = buildBff(upstream, { clock: systemClock })
  const { writeId } = await hold(ask)
  const undone = await ask('DELETE', `/bff/holds/${writeId}`)
  expect([undone.status, await undone.json()]).toMatchObject([200, { data: { id: writeId, state: 'undone' } }])
  const again = await ask('DELETE', `/bff/holds/${writeId}`)
  const error = { code: 'HOLD_GONE', details: { state: 'undone' } }
  expect([again.status, await again.json()]).toMatchObject([409, { error }])
  const unknown = await ask('DELETE', `/bff/holds/${randomUUID()}`)
  expect(await unknown.json()).toMatchObject({ error: { code: 'HOLD_GONE', details: { state: null } } })
  const sameAgain = await hold(ask, writeId)
  expect([sameAgain.status, sameAgain.body.data.state]).toEqual([200, 'undone'])
  await bff.close()
  expect(upstream.requests).toEqual([])
  expect(lines.flatMap(({ outcome }) => outcome ?? [])).toEqual(['undone'])
})

test.each(['', '?ids=', '?ids=x', `?ids=${Array(51).fill(randomUUID()).join(',')}`])(
  'asking with "%s" is refused',
  async (query) => {
    expect((await buildBff(upstream).ask('GET', `/bff/holds${query}`)).status).toBe(400)
  },
)

test('settings are read, replaced whole, and checked', async () => {
  const { ask } = buildBff(upstream)
  const first = (await (await ask('GET', '/bff/settings')).json()) as { data: { templates: unknown[] } }
  expect(first.data.templates).toHaveLength(2)
  const next = { templates: [{ name: { en: 'Hello', id: 'Halo' }, en: 'Hello {name}', id: 'Halo {nama}' }] }
  const data = { ...next, windows: standardWindows }
  expect(await (await ask('PUT', '/bff/settings', next)).json()).toEqual({ success: true, data })
  expect(await (await ask('GET', '/bff/settings')).json()).toEqual({ success: true, data })
  expect((await ask('PUT', '/bff/settings', { ...data, windows: { ...standardWindows, meta: 0 } })).status).toBe(400)
  expect((await ask('PUT', '/bff/settings', { ...data, windows: { meta: 24 } })).status).toBe(400)
  const nameless = { templates: [{ name: { en: 'x', id: '' }, en: 'x', id: 'x' }] }
  expect((await ask('PUT', '/bff/settings', nameless)).status).toBe(400)
})
