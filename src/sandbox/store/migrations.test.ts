import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase, testServerUrl } from '../test-database.ts'
import { testNow } from '../test-workspace.ts'
import { createdDayStatements } from './created-day.ts'
import { type Database, rowsOf, runAll } from './database.ts'
import { migrationConfig, schemaName } from './migrate.ts'
import { openPglite } from './open-pglite.ts'
import { openPostgres } from './open-postgres.ts'
import { openWorkspace } from './open-workspace.ts'
import * as schema from './schema.ts'

const { migrationsFolder } = migrationConfig
const options = { seed: 3, leads: 40, zone: 'Asia/Jakarta', plan: 'pro', language: 'id' }

it('has a migration for everything in the schema: the generator finds nothing new', async () => {
  const snapshots = readdirSync(join(migrationsFolder, 'meta')).filter((name) => name.endsWith('_snapshot.json'))
  const last = JSON.parse(readFileSync(join(migrationsFolder, 'meta', String(snapshots.sort().at(-1))), 'utf8'))
  expect(await generateMigration(last, generateDrizzleJson(schema, last.id))).toEqual([])
})

/** Columns, constraints, indexes and triggers, as the database itself tells them. */
async function catalogue({ drizzle }: Database): Promise<readonly string[]> {
  const rows = await rowsOf<{ line: string }>(
    drizzle,
    sql`select line from (
      select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
        || coalesce(column_default, '') || coalesce(generation_expression, '') || coalesce(datetime_precision::text, '')
      from information_schema.columns where table_schema = ${schemaName} and table_name <> 'migrations'
      union all select indexdef from pg_indexes where schemaname = ${schemaName} and tablename <> 'migrations'
      union all select tgname || ' ' || pg_get_functiondef(tgfoid) from pg_trigger
      where tgrelid = 'leads'::regclass and not tgisinternal
    ) lines (line) order by line`,
  )
  return rows.map(({ line }) => line)
}

const engines = testServerUrl === undefined ? (['PGlite'] as const) : (['PGlite', 'PostgreSQL'] as const)

describe.each(engines)('on %s', (engine) => {
  let server: TestDatabase | null
  let database: Database
  beforeEach(async () => {
    server = engine === 'PostgreSQL' ? await createTestDatabase() : null
    database = server === null ? await openPglite(null) : await openPostgres(server.url)
  })
  afterEach(async () => {
    await database.close()
    await server?.drop()
  })

  it('brings the tables of the first version up to date, keeps the leads, and counts them anew', async () => {
    const { drizzle } = database
    const [first] = readMigrationFiles(migrationConfig)
    // As the program before the migrations left it: its tables, no trace of migrations.
    await drizzle.execute(sql`create extension if not exists pg_trgm with schema public`)
    await runAll(drizzle, [
      ...(first?.sql ?? []),
      ...createdDayStatements('Asia/Jakarta'),
      `insert into workspaces values (1, 3, 'Asia/Jakarta', 'id', 'pro', 'KNK-1', 500, 1, 40, '${new Date(testNow).toISOString()}')`,
      `insert into leads (id, first_name, status, created_at, updated_at, search_text, phone_digits, sync_state)
        select gen_random_uuid(), 'Old', 'new', '2026-11-01', '2026-11-01', 'old', '', 'none' from generate_series(1, 5)`,
      "insert into lead_cell_counts values ('new', '', '', '', '', 7)",
    ])
    expect(await openWorkspace(database, options, testNow)).toBe(3)
    const [counted] = await rowsOf<{ cells: number; days: number }>(
      drizzle,
      sql`select (select sum(leads)::int from lead_cell_counts) as cells,
        (select sum(leads)::int from lead_day_counts where facet = '') as days`,
    )
    const [plain] = await rowsOf<{ n: number }>(drizzle, sql`select count(*)::int as n from leads`)
    expect(plain?.n).toBeGreaterThanOrEqual(5)
    expect(counted).toEqual({ cells: plain?.n, days: plain?.n })
    const migrated = await catalogue(database)
    // The same as a fresh one, and the same again when it is opened again.
    await openWorkspace(database, options, testNow)
    expect(await catalogue(database)).toEqual(migrated)
    await runAll(drizzle, ['delete from workspaces'])
    await openWorkspace(database, options, testNow)
    expect(await catalogue(database)).toEqual(migrated)
    expect(migrated.length).toBeGreaterThan(60)
  })
})
