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
