import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLead, updateLead } from '../leads/write-lead.ts'
import { type Drizzle, rowsOf } from '../store/database.ts'
import { openWorkspace } from '../store/open-workspace.ts'
import { openTestDatabase } from '../test-database.ts'
import { testNow } from '../test-workspace.ts'
import { noTroubles } from './delivery-troubles.ts'
import { deliverDue } from './delivery-worker.ts'

const zone = 'Asia/Jakarta'
const seed = 4
const minuteMs = 60_000
let drizzle: Drizzle
let close: () => Promise<void>
let now = testNow
const clock = { fixed: false, now: () => now }
beforeAll(async () => {
  const database = await openTestDatabase()
  drizzle = database.drizzle
  close = () => database.close()
  await openWorkspace(database, { seed, leads: 0, zone, plan: 'pro', language: 'id' }, testNow)
})
afterAll(() => close())
beforeEach(() => drizzle.execute(sql`delete from leads`))

const failing = { platforms: { ...noTroubles().platforms, meta: 'failing' as const } }
const create = (fields: object) => createLead(drizzle, { firstName: 'Test', ...fields }, clock, zone)
const read = async (id: string) => {
  const [row] = await rowsOf<{ state: string; due: number | null; attempts: number; sent: string }>(
    drizzle,
    sql`select sync_state as state, (extract(epoch from sync_due_at) * 1000)::float8 as due, sync_attempts as attempts,
      sent_events as sent from leads where id = ${id}`,
  )
  if (row === undefined) throw new Error('No such lead')
  return row
}

describe('a failing platform', () => {
  it('is tried six times, each pause four times the last, then never again', async () => {
    const { id } = await create({ status: 'won', adPlatform: 'meta' })
    now += 5000
    const pauses: number[] = []
    for (;;) {
      await deliverDue(drizzle, clock, seed, false, failing)
      const { state, due } = await read(id)
      expect(state).toBe('failed')
      if (due === null) break
      pauses.push((due - now) / minuteMs)
      // A moment too early nothing happens.
      now = due - 1
      expect(await deliverDue(drizzle, clock, seed, false, failing)).toEqual({ synced: 0, partial: 0, failed: 0 })
      now = due
    }
    expect(pauses).toEqual([1, 4, 16, 64, 256])
    expect(await read(id)).toMatchObject({ attempts: 6, sent: '' })
  })
})

describe('an event', () => {
  it('is not sent a second time when a lead goes on and comes back before the next one left', async () => {
    const { id } = await create({ status: 'new', adPlatform: 'google' })
    // Again and again, past the seeded failures.
    await deliverDue(drizzle, clock, seed, true)
    expect((await read(id)).sent).toBe('generate_lead')
    await updateLead(drizzle, id, { status: 'won' }, clock)
    expect(await read(id)).toMatchObject({ state: 'pending' })
    await updateLead(drizzle, id, { status: 'new' }, clock)
    expect((await read(id)).due).toBeNull()
    now += minuteMs
    expect(await deliverDue(drizzle, clock, seed)).toEqual({ synced: 0, partial: 0, failed: 0 })
    expect((await read(id)).sent).toBe('generate_lead')
  })

  it('of each status is sent once, whatever way the lead takes, and shared events too', async () => {
    const { id } = await create({ status: 'responded', adPlatform: 'meta' })
    for (const status of [
      'qualified',
      'responded',
      'negotiation',
      'invoice',
      'qualified',
      'won',
      'lost',
      'won',
    ] as const) {
      await deliverDue(drizzle, clock, seed, true)
      await updateLead(drizzle, id, { status }, clock)
    }
    await deliverDue(drizzle, clock, seed, true)
    expect((await read(id)).sent.split('|')).toEqual(['Lead', 'AddPaymentInfo', 'Purchase', 'Archive'])
  })

  it.each([null, 'posthog', 'other'] as const)('of a lead of platform %s does not exist', async (adPlatform) => {
    const { id } = await create({ status: 'won', adPlatform })
    expect(await read(id)).toMatchObject({ state: 'none', due: null })
    await deliverDue(drizzle, clock, seed, true)
    expect(await read(id)).toMatchObject({ state: 'none', sent: '' })
  })
})

it('ends delivered, partly or failed by seeded chance, in believable shares', async () => {
  const at = new Date(now).toISOString()
  await drizzle.execute(sql`insert into leads
    (id, first_name, status, ad_platform, created_at, updated_at, search_text, phone_digits, sync_state, sync_due_at)
    select md5(n::text)::uuid, 'Many', 'new', 'meta', ${at}, ${at}, '', '', 'pending', ${at} from generate_series(1, 300) n`)
  const first = await deliverDue(drizzle, clock, seed)
  expect(first.synced + first.partial + first.failed).toBe(300)
  expect(first.synced).toBeGreaterThan(240)
  expect(first.partial).toBeGreaterThan(0)
  expect(first.failed).toBeGreaterThan(0)
  // Partly delivered is an end; failed ones are met again.
  now += minuteMs
  const second = await deliverDue(drizzle, clock, seed)
  expect(second.synced + second.partial + second.failed).toBe(first.failed)
})
