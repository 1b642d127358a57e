import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sandboxLimits } from '#contract/sandbox-state.ts'
import { openTestWorkspace, type TestWorkspace, testNow } from '../test-workspace.ts'

let workspace: TestWorkspace
beforeAll(async () => {
  workspace = await openTestWorkspace({ leads: 40 })
})
afterAll(() => workspace.sandbox.close())

async function create(fields: Record<string, unknown> = {}) {
  const answer = await workspace.send('POST', 'leads', { firstName: 'Andi', ...fields })
  expect(answer.status).toBe(201)
  return answer.body.data
}
async function change(id: string, fields: Record<string, unknown>) {
  const answer = await workspace.send('PATCH', `leads/${id}`, fields)
  expect(answer.status).toBe(200)
  return answer.body.data
}
async function syncOf(id: string) {
  const rows = await workspace.rows('select sync_state as state, sent_events as sent from leads where id = $1', [id])
  return rows[0]
}

const whole = {
  firstName: 'Andi',
  lastName: 'Wijaya',
  email: 'andi@example.com',
  phone: '+62 811-222',
  status: 'hot',
  priority: 'urgent',
  source: 'ads',
  adPlatform: 'meta',
  notes: 'Baris satu\nbaris dua 🎉',
  uniqueCode: 'KNK-777',
  externalRef: 'crm-1',
  assignedTo: '99999999-9999-4999-8999-999999999999',
  estimatedValue: 1234.56,
  actualValue: 9_007_199_254_740_991,
}

describe('create', () => {
  it('keeps every field and reads it back, without the reference', async () => {
    const created = await create(whole)
    expect(created).toMatchObject(whole)
    const { externalRef, ...read } = created
    expect(externalRef).toBe('crm-1')
    expect((await workspace.call(`leads/${created.id}`)).body.data).toEqual(read)
    const listed = (await workspace.call('leads?search=KNK-777')).body.data
    expect(listed).toEqual([read])
  })

  it('fills in status, priority, a code and an id that sorts by time', async () => {
    const created = await create()
    expect(created).toMatchObject({ status: 'new', priority: 'medium', lastName: null, estimatedValue: null })
    expect(created.uniqueCode).toMatch(/^API_[0-9A-F]{8}$/)
    expect(created.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(Number.parseInt(created.id.replace('-', '').slice(0, 12), 16)).toBe(testNow)
    expect(created.createdAt).toBe(new Date(testNow).toISOString())
  })

  it('trims the phone and takes null and empty text for nothing', async () => {
    expect(await create({ phone: '  0812 ', lastName: '', notes: null, uniqueCode: null })).toMatchObject({
      phone: '0812',
      lastName: null,
      notes: null,
    })
  })

  it('refuses a code in use, and allows a phone or address twice', async () => {
    await create({ uniqueCode: 'TWICE', phone: '0811', email: 'a@b.co' })
    const again = await workspace.send('POST', 'leads', { firstName: 'B', uniqueCode: 'TWICE' })
    expect(again.status).toBe(400)
    expect(again.body.error.details).toEqual({ uniqueCode: 'Already in use' })
    await create({ phone: '0811', email: 'a@b.co' })
  })
})

describe('update', () => {
  it('changes what is given, clears with null, and moves updatedAt forward each time', async () => {
    const created = await create({ notes: 'x', estimatedValue: 5, priority: 'low' })
    const first = await change(created.id, { status: 'contacted', notes: null, estimatedValue: null, priority: null })
    expect(first).toMatchObject({
      status: 'contacted',
      notes: null,
      estimatedValue: null,
      priority: null,
      firstName: 'Andi',
    })
    expect(first).toHaveProperty('externalRef')
    const second = await change(created.id, { notes: 'y' })
    expect(Date.parse(first.updatedAt)).toBe(Date.parse(created.updatedAt) + 1)
    expect(Date.parse(second.updatedAt)).toBe(Date.parse(first.updatedAt) + 1)
    expect(second.createdAt).toBe(created.createdAt)
  })

  it('changes nothing, updatedAt included, where nothing differs', async () => {
    const created = await create({ ...whole, uniqueCode: 'SAME' })
    expect(await change(created.id, {})).toEqual(created)
    expect(await change(created.id, { ...whole, uniqueCode: 'SAME' })).toEqual(created)
  })

  it('cannot clear the first name, nor take a code in use', async () => {
    const { id } = await create()
    expect((await workspace.send('PATCH', `leads/${id}`, { firstName: null })).status).toBe(400)
    const answer = await workspace.send('PATCH', `leads/${id}`, { uniqueCode: 'KNK-777' })
    expect(answer.body.error.details).toEqual({ uniqueCode: 'Already in use' })
  })
})

describe('delivery', () => {
  it('queues the event of a status once, sends it, and never again', async () => {
    const { id } = await create({ status: 'new', adPlatform: 'meta' })
    expect(await syncOf(id)).toEqual({ state: 'pending', sent: '' })
    const unsent = (await workspace.call('conversions/pending')).body.data
    expect(unsent.find((row: { leadId: string }) => row.leadId === id)).toMatchObject({
      conversionSyncStatus: 'pending',
    })
    await workspace.control('deliver', {})
    const sent = await syncOf(id)
    expect(['synced', 'partial', 'failed']).toContain(sent?.state)
    await change(id, { status: 'responded' })
    await workspace.control('deliver', {})
    const settled = await syncOf(id)
    // `qualified` sends Lead on Meta too, which `responded` has sent.
    await change(id, { status: 'qualified' })
    expect(await syncOf(id)).toEqual(settled)
    await change(id, { status: 'won' })
    expect((await syncOf(id))?.state).toBe('pending')
  })

  it('sends nothing for organic leads', async () => {
    for (const adPlatform of [null, 'posthog', 'other']) {
      expect((await syncOf((await create({ adPlatform, status: 'won' })).id))?.state).toBe('none')
    }
  })

  it('leaves nothing due behind', async () => {
    const counts = (await workspace.control('deliver', {})).body
    expect(counts).toEqual({ synced: expect.any(Number), partial: expect.any(Number), failed: expect.any(Number) })
    expect(await workspace.rows('select id from leads where sync_due_at is not null')).toEqual([])
    expect(await workspace.rows("select id from leads where sync_state = 'pending'")).toEqual([])
  })
})

it('takes a soft-deleted lead out of every read and count', async () => {
  const { id } = await create({ adPlatform: 'meta' })
  const total = async () => (await workspace.call('leads')).body.pagination.total
  const before = await total()
  expect((await workspace.control('delete', { leadId: id })).status).toBe(200)
  expect((await workspace.control('delete', { leadId: id })).status).toBe(404)
  expect((await workspace.call(`leads/${id}`)).status).toBe(404)
  expect((await workspace.send('PATCH', `leads/${id}`, { notes: 'x' })).status).toBe(404)
  expect(await total()).toBe(before - 1)
  const unsent = (await workspace.call('conversions/pending')).body.data
  expect(unsent.map((row: { leadId: string }) => row.leadId)).not.toContain(id)
})

it('refuses to create beyond the daily quota, until midnight in the workspace', async () => {
  const { leadsPerDay } = (await workspace.call('workspace')).body.data.usage
  // All but one come in by themselves, which is many times faster than calls.
  for (let left = leadsPerDay.limit - leadsPerDay.current - 1; left > 0; left -= sandboxLimits.arrivals) {
    await workspace.control('arrivals', { leads: Math.min(left, sandboxLimits.arrivals) })
  }
  await create()
  const refused = await workspace.send('POST', 'leads', { firstName: 'One too many' })
  expect(refused.status).toBe(429)
  expect(refused.body.error.message).toContain('daily quota')
  // 15:30 in Jakarta: eight and a half hours.
  expect(refused.headers.get('retry-after')).toBe(String(8.5 * 3600))
  expect(Number(refused.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0)
  expect((await workspace.call('workspace')).body.data.usage.leadsPerDay.current).toBe(leadsPerDay.limit)
})
