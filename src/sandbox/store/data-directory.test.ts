import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { seedLead } from '../seed/seed-lead.ts'
import { openTestWorkspace, testNow } from '../test-workspace.ts'
import { runAll } from './database.ts'
import { openPglite } from './open-pglite.ts'

const size = 200
/** A fresh sample, made once and copied for each test. */
let sample: string
let directory: string
beforeAll(async () => {
  sample = mkdtempSync(join(tmpdir(), 'sample-'))
  await (await openTestWorkspace({ directory: sample, leads: size })).sandbox.close()
})
afterAll(() => rmSync(sample, { recursive: true, force: true }))
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sandbox-'))
  cpSync(sample, directory, { recursive: true })
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

it('lets the time since the last opening happen: new leads, today among them, and riper old ones', async () => {
  const first = await openTestWorkspace({ directory })
  const before = (await first.call('leads')).body.pagination.total
  await first.send('POST', 'leads', { firstName: 'Kept', uniqueCode: 'KEPT' })
  await first.sandbox.close()
  const later = testNow + 9 * 86_400_000 - 8 * 3_600_000
  const second = await openTestWorkspace({ directory, now: later })
  expect((await second.call('leads?search=KEPT')).body.pagination.total).toBe(1)
  const after = (await second.call('leads')).body.pagination.total
  expect(after).toBeGreaterThan(before + 9)
  const seeded = await second.rows(
    `select ordinal, status, (extract(epoch from created_at) * 1000)::float8 as at from leads
      where ordinal < ${size} order by ordinal`,
  )
  const lead = (row: Record<string, unknown>, now: number) =>
    seedLead(1, Number(row.ordinal), Number(row.at), now, 7 * 3_600_000).status
  expect(seeded.map((row) => row.status)).toEqual(seeded.map((row) => lead(row, later)))
  expect(seeded.filter((row) => row.status !== lead(row, testNow)).length).toBeGreaterThan(5)
  expect((await second.call('analytics/summary?timeframe=today')).body.data.totalLeads).toBeGreaterThan(0)
  const [future] = await second.rows('select count(*)::int as n from leads where created_at > $1::timestamptz', [
    new Date(later).toISOString(),
  ])
  expect(future?.n).toBe(0)
  await second.sandbox.close()
  // The same moment again changes nothing, and another zone counts its own days.
  const third = await openTestWorkspace({ directory, now: later, zone: 'America/New_York' })
  expect((await third.call('leads')).body.pagination.total).toBe(after)
  const days = await third.rows(
    `select (select count(*) from lead_day_counts where facet = '')::int as counted,
      (select count(distinct (created_at at time zone 'America/New_York')::date) from leads)::int as plain`,
  )
  expect(days[0]?.counted).toBe(days[0]?.plain)
  await third.sandbox.close()
}, 60_000)

it('keeps a damaged directory aside, names it, and starts anew', async () => {
  writeFileSync(join(directory, 'pg', 'global', 'pg_control'), 'damaged')
  const second = await openTestWorkspace({ directory, leads: 20 })
  const kept = readdirSync(directory).find((name) => name.startsWith('pg.kept-'))
  expect(second.sandbox.notice).toContain(String(kept))
  expect(existsSync(join(directory, String(kept), 'global', 'pg_control'))).toBe(true)
  expect((await second.call('leads')).body.pagination.total).toBe(20)
  await second.sandbox.close()
}, 60_000)

it('keeps the data of a later version aside, names it, and starts anew', async () => {
  const later = await openPglite(join(directory, 'pg'))
  await runAll(later.drizzle, ["insert into migrations (hash, created_at) values ('later', 99999999999999)"])
  await later.close()
  const opened = await openTestWorkspace({ directory, leads: 20 })
  const kept = readdirSync(directory).find((name) => name.startsWith('pg.kept-'))
  expect(opened.sandbox.notice).toMatch(`made by a later version of this program. It is kept in ${directory}/${kept}`)
  expect((await opened.call('leads')).body.pagination.total).toBe(20)
  await opened.sandbox.close()
}, 60_000)
