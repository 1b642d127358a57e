import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayAt, startOfDay } from '../analytics/zone-time.ts'
import { type Database, type Drizzle, rowsOf } from '../store/database.ts'
import { openPglite } from '../store/open-pglite.ts'
import { openWorkspace } from '../store/open-workspace.ts'
import { catchUp } from './catch-up.ts'

const zone = 'Europe/Berlin'
/** Four days before Berlin leaves summer time. */
const seededAt = Date.parse('2026-10-21T09:00:00Z')
const farthest = 40 * 86_400_000
let database: Database
beforeAll(async () => {
  database = await openPglite(null)
  await openWorkspace(database, { seed: 9, leads: 150, zone, plan: 'pro', language: 'id' }, seededAt)
})
afterAll(() => database.close())

/** All leads after catching up in these steps; whatever happened is taken back. */
async function after(steps: readonly number[], columns: string): Promise<readonly object[]> {
  let rows: readonly object[] = []
  const undo = new Error('undo')
  await database.drizzle
    .transaction(async (transaction) => {
      for (const step of steps) await catchUp(transaction as unknown as Drizzle, step)
      rows = await rowsOf(transaction as unknown as Drizzle, sql`select ${sql.raw(columns)} from leads order by id`)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return rows
}

/** Everything that is the workspace's own; deliveries depend on when the worker ran. */
const own = `id, ordinal, unique_code, first_name, last_name, email, phone, status, priority, source, ad_platform,
  assigned_to, estimated_value, actual_value, notes, campaign, created_at, updated_at, next_change_at`

it('comes to the same leads in one opening as in many', async () => {
  const anywhere = fc.integer({ min: 1, max: farthest }).map((ms) => seededAt + ms)
  // Midnights and the minutes after them, where days begin.
  const near = fc
    .tuple(fc.integer({ min: 1, max: 39 }), fc.integer({ min: 0, max: 600_000 }))
    .map(([days, ms]) => startOfDay(dayAt(seededAt + days * 86_400_000, zone), zone) + ms)
  const moment = fc.oneof(anywhere, near)
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 4 }), moment, async (between, last) => {
      const steps = between.filter((step) => step < last).sort((a, b) => a - b)
      const once = await after([last], own)
      expect(await after([...steps, last], own)).toEqual(once)
      expect(once.length).toBeGreaterThan(149)
    }),
    { numRuns: process.env.PROVE === '1' ? 300 : 12 },
  )
})

it('comes to the same deliveries in the same steps', async () => {
  const steps = [seededAt + 3 * 3_600_000, seededAt + 5 * 86_400_000]
  expect(await after(steps, '*')).toEqual(await after(steps, '*'))
})

it('has a today a few minutes after midnight', async () => {
  const midnight = startOfDay(dayAt(seededAt + 9 * 86_400_000, zone), zone)
  const today = (await after([midnight + 10 * 60_000], 'created_at')) as readonly { created_at: string | Date }[]
  expect(today.filter((lead) => new Date(lead.created_at).getTime() >= midnight).length).toBeGreaterThanOrEqual(3)
})
