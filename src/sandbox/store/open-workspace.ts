import { sql } from 'drizzle-orm'
import { catchUp } from '../seed/catch-up.ts'
import { seedWorkspace, type WorkspaceOptions } from '../seed/seed-workspace.ts'
import { countersVersion, renewCounterStatements } from './counter-ddl.ts'
import { createdDayStatements } from './created-day.ts'
import { type Database, type Drizzle, rowsOf, runAll } from './database.ts'
import { migrateEarlier, schemaName } from './migrate.ts'
import { workspaces } from './schema.ts'

/** Makes the sample where there is none, else brings it up to now. Answers the seed that the data was made from. */
export async function openWorkspace(database: Database, options: WorkspaceOptions, now: number): Promise<number> {
  const { drizzle } = database
  await drizzle.execute(sql`create extension if not exists pg_trgm with schema public`)
  if (!(await hasWorkspace(drizzle))) {
    // Either nothing is here, or the very first load never finished: no answered write can be lost.
    await runAll(drizzle, [`drop schema if exists ${schemaName} cascade`, `create schema ${schemaName}`])
    await database.migrate()
    await seedWorkspace(drizzle, options, now)
    return options.seed
  }
  await migrateEarlier(database)
  await applyOptions(drizzle, options)
  await catchUp(drizzle, now)
  const [workspace] = await drizzle.select({ seed: workspaces.seed }).from(workspaces)
  return workspace?.seed ?? options.seed
}

async function hasWorkspace(drizzle: Drizzle): Promise<boolean> {
  const [table] = await rowsOf<{ present: boolean }>(
    drizzle,
    sql`select to_regclass(${`${schemaName}.workspaces`}) is not null as present`,
  )
  if (table?.present !== true) return false
  const rows = await rowsOf<{ seed: number }>(drizzle, sql`select seed from workspaces`)
  return rows.length > 0
}

/** The size and seed of existing data stay; plan, language and zone follow the options of this start. */
async function applyOptions(drizzle: Drizzle, options: WorkspaceOptions): Promise<void> {
  await drizzle.transaction(async (transaction) => {
    const [workspace] = await transaction.select().from(workspaces)
    if (workspace === undefined) throw new Error('The workspace row is missing')
    const { zone, plan, language } = options
    await transaction.update(workspaces).set({ zone, plan, language, countersOf: countersVersion })
    if (workspace.zone !== zone) await runAll(transaction, createdDayStatements(zone))
    if (workspace.zone !== zone || workspace.countersOf !== countersVersion) {
      await runAll(transaction, renewCounterStatements)
    }
  })
}
