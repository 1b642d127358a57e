import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle } from 'drizzle-orm/pglite'
import type { Database, Drizzle } from './database.ts'
import { schemaName } from './ddl.ts'

/** PostgreSQL in this process; in memory without a directory. Runs without fsync: safe against a killed process, not against power loss. */
export async function openPglite(directory: string | null): Promise<Database> {
  const client = await PGlite.create({ ...(directory === null ? {} : { dataDir: directory }), extensions: { pg_trgm } })
  await client.exec(
    `create schema if not exists ${schemaName}; set search_path = ${schemaName}, public; set timezone = 'UTC'`,
  )
  return {
    drizzle: drizzle(client) as unknown as Drizzle,
    readOnly: (text, params) =>
      client.transaction(async (transaction) => {
        await transaction.query('set transaction read only')
        const result = await transaction.query<Record<string, unknown>>(text, [...params])
        return result.rows
      }),
    close: () => client.close(),
  }
}
