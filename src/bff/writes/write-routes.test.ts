import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { standardWindows } from '#contract/delivery-windows.ts'
import { exportColumns } from '#contract/export-note.ts'
import { type LeadWrite, type LeadWrites, leadWrites } from '#contract/lead-write.ts'
import { buildBff } from '../build-bff.ts'
import { upstreamForTests } from '../recording/upstream-for-tests.ts'
import { systemClock } from './clock.ts'

const upstream = await upstreamForTests()

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

test('settings are read, changed by what is named, and checked', async () => {
  const { ask } = buildBff(upstream)
  const first = (await (await ask('GET', '/bff/settings')).json()) as { data: { templates: unknown[] } }
  expect(first.data.templates).toHaveLength(2)
  const templates = [{ name: { en: 'Hello', id: 'Halo' }, en: 'Hello {name}', id: 'Halo {nama}' }]
  const next = { templates, maturityDays: 14, windows: standardWindows }
  expect(await (await ask('PATCH', '/bff/settings', { templates })).json()).toEqual({ success: true, data: next })
  expect(await (await ask('GET', '/bff/settings')).json()).toEqual({ success: true, data: next })
  const longer = { ...next, maturityDays: 30 }
  expect(await (await ask('PATCH', '/bff/settings', { maturityDays: 30 })).json()).toEqual({
    success: true,
    data: longer,
  })
  expect(await (await ask('PATCH', '/bff/settings', {})).json()).toEqual({ success: true, data: longer })
  const windows = { ...standardWindows, meta: 40 }
  expect(await (await ask('PATCH', '/bff/settings', { windows })).json()).toEqual({
    success: true,
    data: { ...longer, windows },
  })
  for (const wrong of [{ ...windows, meta: 0 }, { meta: 24 }]) {
    expect((await ask('PATCH', '/bff/settings', { windows: wrong })).status).toBe(400)
  }
  const nameless = { templates: [{ name: { en: 'x', id: '' }, en: 'x', id: 'x' }] }
  for (const wrong of [nameless, { maturityDays: -1 }, { maturityDays: 1.5 }, { maturityDays: 181 }]) {
    expect((await ask('PATCH', '/bff/settings', wrong)).status).toBe(400)
  }
})

test('an export leaves its line: what, in which form, which columns, how many rows, and no value', async () => {
  const { ask, lines } = buildBff(upstream)
  const answer = await ask('POST', '/bff/exports', { subject: 'campaigns', form: 'csv', rows: 7, name: 'Budi' })
  expect(answer.status).toBe(201)
  expect(lines.filter(({ event }) => event === 'export')).toEqual([
    {
      level: 'info',
      event: 'export',
      requestId: answer.headers.get('x-request-id'),
      subject: 'campaigns',
      form: 'csv',
      rows: 7,
      fields: [...exportColumns.campaigns],
    },
  ])
  for (const wrong of [
    { subject: 'leads', form: 'csv', rows: 1 },
    { subject: 'campaigns', form: 'csv' },
  ]) {
    expect((await ask('POST', '/bff/exports', wrong)).status).toBe(400)
  }
})
