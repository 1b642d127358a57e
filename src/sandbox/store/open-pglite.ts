import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database, Drizzle } from './database.ts'
import { migrationConfig, schemaName } from './migrate.ts'

/**
 * No log of the first load, whose tables and indexes are new in its transaction, nor of whole pages: those would help
 * after a power cut alone, and without fsync nothing is promised then.
 */
const unlogged = ['-c', 'wal_level=minimal', '-c', 'max_wal_senders=0', '-c', 'full_page_writes=off']

/** Its own 160 MB would stay touched for ever; the pages of a large sample are in the system's cache all the same. */
const buffers = ['-c', 'shared_buffers=48MB']

/** PostgreSQL in this process; in memory without a directory. Runs without fsync: safe against a killed process, not against power loss. */
export async function openPglite(directory: string | null): Promise<Database> {
  const startParams = [...PGlite.defaultStartParams, ...buffers, ...unlogged]
  const place = directory === null ? {} : { dataDir: directory }
  const client = await PGlite.create({ ...place, startParams, extensions: { pg_trgm } })
  await client.exec(
    `create schema if not exists ${schemaName}; set search_path = ${schemaName}, public; set timezone = 'UTC'`,
  )
  const pglite = drizzle(client)
  return {
    drizzle: pglite as unknown as Drizzle,
    migrate: () => migrate(pglite, migrationConfig),
    readOnly: (text, params) =>
      client.transaction(async (transaction) => {
        await transaction.query('set transaction read only')
        const result = await transaction.query<Record<string, unknown>>(text, [...params])
        return result.rows
      }),
    close: () => client.close(),
  }
}
