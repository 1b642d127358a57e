import { sql } from 'drizzle-orm'
import type { Drizzle } from './database.ts'
import type { SeedLead } from './seed-lead.ts'

/** Columns of the bulk load with the type that JSON gives them. */
const columns: Readonly<Record<keyof SeedLead, string>> = {
  id: 'uuid',
  unique_code: 'text',
  first_name: 'text',
  last_name: 'text',
  email: 'text',
  phone: 'text',
  status: 'text',
  priority: 'text',
  source: 'text',
  ad_platform: 'text',
  assigned_to: 'text',
  estimated_value: 'numeric',
  actual_value: 'numeric',
  notes: 'text',
  campaign: 'text',
  created_at: 'float8',
  updated_at: 'float8',
  search_text: 'text',
  phone_digits: 'text',
  sync_state: 'text',
  sync_due_at: 'float8',
  sync_attempts: 'int',
  last_sync_at: 'float8',
  sent_events: 'text',
  ordinal: 'int',
  next_change_at: 'float8',
}
const names = Object.keys(columns)
const instants = ['created_at', 'updated_at', 'sync_due_at', 'last_sync_at', 'next_change_at']

function selected(name: string): string {
  return instants.includes(name) ? `to_timestamp(x.${name} / 1000)` : `x.${name}`
}

const recordset = `json_to_recordset`
const shape = Object.entries(columns)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ')
/** What time and delivery change in a seeded lead. */
const ripening = [
  'status',
  'estimated_value',
  'actual_value',
  'notes',
  'assigned_to',
  'updated_at',
  'sync_state',
  'sync_due_at',
  'sync_attempts',
  'last_sync_at',
  'sent_events',
  'next_change_at',
]

/** Inserts rows in one statement, whatever their number; a code in use already leaves its row out. */
export async function insertSeedLeads(drizzle: Drizzle, rows: readonly SeedLead[]): Promise<void> {
  if (rows.length === 0) return
  await drizzle.execute(
    sql`insert into leads (${sql.raw(names.join(', '))}) select ${sql.raw(names.map(selected).join(', '))}
      from ${sql.raw(recordset)}(${JSON.stringify(rows)}::json) as x (${sql.raw(shape)})
      on conflict do nothing`,
  )
}

/** Brings seeded leads to a later state in one statement. */
export async function ripenSeedLeads(drizzle: Drizzle, rows: readonly SeedLead[]): Promise<void> {
  if (rows.length === 0) return
  const assignments = ripening.map((name) => `${name} = ${selected(name)}`).join(', ')
  await drizzle.execute(
    sql`update leads l set ${sql.raw(assignments)}
      from ${sql.raw(recordset)}(${JSON.stringify(rows)}::json) as x (${sql.raw(shape)}) where l.id = x.id`,
  )
}
