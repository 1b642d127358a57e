import { sql } from 'drizzle-orm'
import { type Drizzle, rowsOf, runAll } from './database.ts'

/** Runs the first load without the indexes of the leads, which are made again after it: several times faster. */
export async function withoutIndexes(drizzle: Drizzle, load: () => Promise<void>): Promise<void> {
  const indexes = await rowsOf<{ name: string; definition: string; isKey: boolean }>(
    drizzle,
    sql`select relname as name, pg_get_indexdef(indexrelid) as definition, indisprimary as "isKey"
      from pg_index join pg_class on pg_class.oid = indexrelid where indrelid = 'leads'::regclass order by indexrelid`,
  )
  await runAll(
    drizzle,
    indexes.map(({ name, isKey }) => (isKey ? `alter table leads drop constraint ${name}` : `drop index ${name}`)),
  )
  await load()
  await runAll(drizzle, [
    "set local maintenance_work_mem = '64MB'",
    ...indexes.map(({ name, isKey, definition }) =>
      isKey ? `alter table leads add constraint ${name} primary key (id)` : definition,
    ),
    'analyze leads',
  ])
}
