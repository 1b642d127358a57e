import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Database } from './store/database.ts'
import { openPglite } from './store/open-pglite.ts'
import { openPostgres } from './store/open-postgres.ts'

/** A server whose user may create databases; absent: the tests that need one are skipped, and counted as skipped. */
export const testServerUrl = process.env.TEST_DATABASE_URL

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** An empty database of its own on the server, so that tests run beside each other. */
export async function createTestDatabase(): Promise<TestDatabase> {
  if (testServerUrl === undefined) throw new Error('TEST_DATABASE_URL is not set')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(`create database ${name}`)
  const url = new URL(testServerUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(`drop database ${name} with (force)`) }
}

/** The engine of this run, see `TEST_ENGINE` in `openTestWorkspace`: embedded in memory, or a database of its own. */
export async function openTestDatabase(): Promise<Database> {
  if (process.env.TEST_ENGINE !== 'PostgreSQL') return openPglite(null)
  const { url, drop } = await createTestDatabase()
  const database = await openPostgres(url)
  return { ...database, close: () => database.close().then(drop) }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServerUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
