import { sql } from 'drizzle-orm'
import type { Drizzle } from '../store/database.ts'
import type { SeedLead } from './seed-lead.ts'

/** Columns of the bulk load, in the order of its arrays, with their type; instants are Unix ms. */
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
  created_at: 'instant',
  updated_at: 'instant',
  search_text: 'text',
  phone_digits: 'text',
  sync_state: 'text',
  sync_due_at: 'instant',
  sync_attempts: 'int',
  last_sync_at: 'instant',
  sent_events: 'text',
  ordinal: 'int',
  next_change_at: 'instant',
}
const names = Object.keys(columns) as (keyof SeedLead)[]

/** A column out of the row `x`, a JSON array: arrays are shorter than objects, and read several times faster. */
function selected(name: keyof SeedLead): string {
  const type = columns[name]
  const text = `(x ->> ${names.indexOf(name)})`
  if (type === 'instant') return `to_timestamp(${text}::float8 / 1000)`
  return type === 'text' ? text : `${text}::${type}`
}

function asJson(rows: readonly SeedLead[]): string {
  return JSON.stringify(rows.map((row) => names.map((name) => row[name])))
}

/** What time and delivery change in a seeded lead. */
const ripening: readonly (keyof SeedLead)[] = [
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
      from jsonb_array_elements(${asJson(rows)}::jsonb) as x
      on conflict do nothing`,
  )
}

/** Brings seeded leads to a later state in one statement. */
export async function ripenSeedLeads(drizzle: Drizzle, rows: readonly SeedLead[]): Promise<void> {
  if (rows.length === 0) return
  const assignments = ripening.map((name) => `${name} = ${selected(name)}`).join(', ')
  await drizzle.execute(
    sql`update leads l set ${sql.raw(assignments)}
      from jsonb_array_elements(${asJson(rows)}::jsonb) as x where l.id = ${sql.raw(selected('id'))}`,
  )
}
