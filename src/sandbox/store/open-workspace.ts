import { sql } from 'drizzle-orm'
import { catchUp } from '../seed/catch-up.ts'
import { seedWorkspace, type WorkspaceOptions } from '../seed/seed-workspace.ts'
import { rebuildCounterStatements } from './counter-ddl.ts'
import { type Drizzle, rowsOf, runAll } from './database.ts'
import { createdDayStatement, schemaName, schemaVersion } from './ddl.ts'
import { workspaces } from './schema.ts'

/** The tables hold a version that this program does not know how to bring up to date. */
export class UnknownSchemaError extends Error {
  constructor(version: number) {
    super(`The data has schema version ${version}; this program works with version ${schemaVersion}.`)
    this.name = 'UnknownSchemaError'
  }
}

/** Makes the sample where there is none, else brings it up to now. Answers the seed that the data was made from. */
export async function openWorkspace(drizzle: Drizzle, options: WorkspaceOptions, now: number): Promise<number> {
  await drizzle.execute(sql`create extension if not exists pg_trgm with schema public`)
  const version = await storedVersion(drizzle)
  if (version === null) {
    // Either nothing is here, or the very first load never finished: no answered write can be lost.
    await runAll(drizzle, [`drop schema if exists ${schemaName} cascade`, `create schema ${schemaName}`])
    await seedWorkspace(drizzle, options, now)
    return options.seed
  }
  if (version !== schemaVersion) throw new UnknownSchemaError(version)
  await applyOptions(drizzle, options)
  await catchUp(drizzle, now)
  const [workspace] = await drizzle.select({ seed: workspaces.seed }).from(workspaces)
  return workspace?.seed ?? options.seed
}

async function storedVersion(drizzle: Drizzle): Promise<number | null> {
  const [table] = await rowsOf<{ present: boolean }>(
    drizzle,
    sql`select to_regclass(${`${schemaName}.workspaces`}) is not null as present`,
  )
  if (table?.present !== true) return null
  const [row] = await rowsOf<{ version: number }>(drizzle, sql`select schema_version as version from workspaces`)
  return row?.version ?? null
}

/** The size and seed of existing data stay; plan, language and zone follow the options of this start. */
async function applyOptions(drizzle: Drizzle, options: WorkspaceOptions): Promise<void> {
  await drizzle.transaction(async (transaction) => {
    const [workspace] = await transaction.select().from(workspaces)
    const { zone, plan, language } = options
    await transaction.update(workspaces).set({ zone, plan, language })
    if (workspace === undefined || workspace.zone === zone) return
    await runAll(transaction, [
      'alter table leads drop column created_day',
      createdDayStatement(zone),
      ...rebuildCounterStatements,
    ])
  })
}
