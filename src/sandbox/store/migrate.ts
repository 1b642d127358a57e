import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { type Database, type Drizzle, rowsOf } from './database.ts'

/** Everything lives in a schema of its own, so that a shared PostgreSQL keeps its other tables. */
export const schemaName = 'konektor_sandbox'
const migrationsTable = 'migrations'

/** `npm run migration` writes these files from `schema.ts`. They stand beside this one, and beside the built one. */
export const migrationConfig = {
  migrationsFolder: join(dirname(fileURLToPath(import.meta.url)), 'migrations'),
  migrationsSchema: schemaName,
  migrationsTable,
}

/** The tables were changed by a later program. */
export class UnknownSchemaError extends Error {
  constructor() {
    super('The data was made by a later version of this program.')
    this.name = 'UnknownSchemaError'
  }
}

/** Brings the tables of an earlier program up to date, in one transaction. */
export async function migrateEarlier(database: Database): Promise<void> {
  const { drizzle } = database
  const known = readMigrationFiles(migrationConfig)
  const applied = await lastApplied(drizzle)
  if (applied === null) await noteFirst(drizzle, known)
  else if (applied > Math.max(...known.map((migration) => migration.folderMillis))) throw new UnknownSchemaError()
  await database.migrate()
}

/** The time in the name of the latest migration; null in a directory from before there were any. */
async function lastApplied(drizzle: Drizzle): Promise<number | null> {
  const [table] = await rowsOf<{ present: boolean }>(
    drizzle,
    sql`select to_regclass(${`${schemaName}.${migrationsTable}`}) is not null as present`,
  )
  if (table?.present !== true) return null
  const [last] = await rowsOf<{ at: number | null }>(
    drizzle,
    sql`select max(created_at)::float8 as at from ${sql.identifier(migrationsTable)}`,
  )
  return last?.at ?? null
}

/** The first migration makes what programs before it made by hand: their tables count as migrated so far. */
async function noteFirst(drizzle: Drizzle, known: ReturnType<typeof readMigrationFiles>): Promise<void> {
  const [first] = known
  if (first === undefined) throw new Error('There are no migrations')
  const table = sql.identifier(migrationsTable)
  await drizzle.transaction(async (transaction) => {
    await transaction.execute(
      sql`create table if not exists ${table} (id serial primary key, hash text not null, created_at bigint)`,
    )
    await transaction.execute(
      sql`insert into ${table} (hash, created_at) values (${first.hash}, ${first.folderMillis})`,
    )
  })
}
