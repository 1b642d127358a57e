import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, rowsOf } from '../store/database.ts'
import { openPglite } from '../store/open-pglite.ts'
import { openWorkspace } from '../store/open-workspace.ts'
import { testNow } from '../test-workspace.ts'
import { liveTurns } from './live-worker.ts'

let database: Database
beforeAll(async () => {
  database = await openPglite(null)
  const options = { seed: 2, leads: 200, zone: 'Asia/Jakarta', plan: 'pro', language: 'id' }
  await openWorkspace(database, options, testNow)
})
afterAll(() => database.close())

it('lets leads arrive at the rate asked for, ripen, and be edited by others', async () => {
  let now = testNow
  const turn = liveTurns(database.drizzle, { fixed: false, now: () => now }, 2, 30)
  const one = async <T extends object>(query: ReturnType<typeof sql>) => (await rowsOf<T>(database.drizzle, query))[0]
  const before = await rowsOf<{ id: string; notes: string | null; value: string | null; status: string }>(
    database.drizzle,
    sql`select id, notes, actual_value as value, status from leads`,
  )
  for (let second = 0; second < 120; second += 1) {
    now += 1000
    await turn()
  }
  const since = new Date(testNow).toISOString()
  const arrived = await one<{ n: number }>(sql`select count(*)::int as n from leads where created_at > ${since}`)
  expect(arrived?.n).toBe(60)
  const after = await rowsOf<{ id: string; notes: string | null; value: string | null; status: string }>(
    database.drizzle,
    sql`select id, notes, actual_value as value, status from leads`,
  )
  const now2 = new Map(after.map((lead) => [lead.id, lead]))
  const changed = (field: 'notes' | 'value' | 'status') =>
    before.filter((lead) => now2.get(lead.id)?.[field] !== lead[field]).length
  for (const field of ['notes', 'value', 'status'] as const) expect(changed(field)).toBeGreaterThan(0)
  // A seeded lead whose time has come goes on by itself.
  const due = await one<{ n: number }>(
    sql`select count(*)::int as n from leads where next_change_at <= ${new Date(now).toISOString()}`,
  )
  expect(due?.n).toBe(0)
  now += 6 * 3_600_000
  await turn()
  expect(
    await one(sql`select count(*)::int as n from leads where next_change_at <= ${new Date(now).toISOString()}`),
  ).toEqual({
    n: 0,
  })
  // A machine that slept does not wake to a flood.
  const slept = await one<{ n: number }>(sql`select count(*)::int as n from leads where created_at > ${since}`)
  expect(slept?.n).toBe(160)
})
