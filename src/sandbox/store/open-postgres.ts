import { hostname } from 'node:os'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import type { Database, Drizzle } from './database.ts'
import { migrationConfig, schemaName } from './migrate.ts'

/** Any constant: the advisory lock by which one sandbox owns the schema. */
const ownerLock = 5_306_611

const holderSql = `select application_name as name, backend_start as since from pg_locks join pg_stat_activity using (pid)
  where locktype = 'advisory' and objid = $1 and granted
    and database = (select oid from pg_database where datname = current_database())`

/** A PostgreSQL server (15 or later). Throws when another sandbox already works on it. */
export async function openPostgres(url: string): Promise<Database> {
  const options = `-c search_path=${schemaName},public -c timezone=UTC`
  // Shown to whoever comes second, and in the server's own list of connections.
  const name = `konektor-sandbox, process ${process.pid} on ${hostname()}`
  const owner = new pg.Client({ connectionString: url, options, application_name: name })
  await owner.connect()
  const { rows } = await owner.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [ownerLock])
  if (rows[0]?.held !== true) {
    const holder = await owner.query<{ name: string; since: Date }>(holderSql, [ownerLock])
    await owner.end()
    const { name, since } = holder.rows[0] ?? { name: 'unknown', since: new Date() }
    throw new Error(
      `Another sandbox is already using the database that DATABASE_URL names: ${name}, since ${since.toISOString()}.`,
    )
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
