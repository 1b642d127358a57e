import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Database, Drizzle } from './database.ts'
import { migrationConfig, schemaName } from './migrate.ts'

/** Any constant: the advisory lock by which one sandbox owns the schema. */
const ownerLock = 5_306_611

/** A PostgreSQL server (15 or later). Throws when another sandbox already works on it. */
export async function openPostgres(url: string): Promise<Database> {
  const options = `-c search_path=${schemaName},public -c timezone=UTC`
  const owner = new pg.Client({ connectionString: url, options })
  await owner.connect()
  const { rows } = await owner.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [ownerLock])
  if (rows[0]?.held !== true) {
    await owner.end()
    throw new Error('Another sandbox is already using the database that DATABASE_URL names.')
  }
  await owner.query(`create schema if not exists ${schemaName}`)
  const pool = new pg.Pool({ connectionString: url, options, max: 4 })
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  owner.on('error', () => undefined)
  const postgres = drizzle(pool)
  return {
    drizzle: postgres as unknown as Drizzle,
    migrate: () => migrate(postgres, migrationConfig),
    readOnly: async (text, params) => {
      const client = await pool.connect()
      try {
        await client.query('begin transaction read only')
        // The extended protocol takes one statement only, so nothing can end the transaction early.
        const query = { text, values: [...params], queryMode: 'extended' }
        return (await client.query<Record<string, unknown>>(query)).rows
      } finally {
        await client.query('rollback').catch(() => undefined)
        client.release()
      }
    },
    close: async () => {
      await pool.end()
      await owner.end()
    },
  }
}
