import type { SQL } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** Drizzle over PGlite or over a PostgreSQL server: the same SQL for both. */
export type Drizzle = PgDatabase<PgQueryResultHKT, Record<string, never>>

export interface Database {
  readonly drizzle: Drizzle
  /** Applies the migrations that are missing, in one transaction. */
  migrate(): Promise<void>
  /** One statement with positional parameters in a read-only transaction. */
  readOnly(text: string, params: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  close(): Promise<void>
}

/** Rows of a plain SQL statement. The caller names the shape; bigint and numeric are cast in the SQL or arrive as text. */
export async function rowsOf<T extends object>(drizzle: Drizzle, statement: SQL): Promise<readonly T[]> {
  const result = (await drizzle.execute(statement)) as unknown as { rows: T[] }
  return result.rows
}

/** Runs statements of this program, one after another. */
export async function runAll(drizzle: Drizzle, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await drizzle.execute(sql.raw(statement))
}

/** The SQLSTATE of a failed statement, through whatever wrapped it; null where there is none. */
export function sqlState(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code)) return cause.code
  }
  return null
}
