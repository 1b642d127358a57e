/** Grows with every change of the tables; an older directory is migrated, or kept aside. */
export const schemaVersion = 1

/** Everything lives in a schema of its own, so that a shared PostgreSQL keeps its other tables. */
export const schemaName = 'konektor_sandbox'

const tableStatements = [
  `create table workspaces (
    schema_version int not null, seed int not null, zone text not null, language text not null, plan text not null,
    tracking_code text not null, daily_quota int not null, daily_arrivals int not null, next_ordinal int not null,
    caught_up_to timestamptz(3) not null)`,
  `create table leads (
    id uuid not null, unique_code text, external_ref text, first_name text not null, last_name text, email text,
    phone text, status text not null, priority text, source text, ad_platform text, assigned_to text,
    estimated_value numeric, actual_value numeric, notes text, campaign text, created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null, deleted_at timestamptz(3), search_text text not null, phone_digits text not null,
    sync_state text not null, sync_due_at timestamptz(3), sync_attempts int not null default 0,
    last_sync_at timestamptz(3), sent_events text not null default '', ordinal int, next_change_at timestamptz(3))`,
  `create table lead_day_counts (
    facet text not null, value text not null, day date not null, leads int not null, won int not null,
    won_value numeric not null, primary key (facet, value, day))`,
  `create table lead_cell_counts (
    status text not null, priority text not null, source text not null, ad_platform text not null,
    assigned_to text not null, leads int not null,
    primary key (status, priority, source, ad_platform, assigned_to))`,
  `create table tickets (
    id uuid primary key, ref text not null unique, subject text not null, message text not null, status text not null,
    priority text not null, created_at timestamptz(3) not null)`,
]

/** The day column depends on the workspace's zone; it is dropped and added again when the zone changes. */
export function createdDayStatement(zone: string): string {
  return `alter table leads add column created_day date not null
    generated always as ((created_at at time zone '${zone.replaceAll("'", "''")}')::date) stored`
}

/** Tables without indexes and triggers: those are made after the first load, which is faster. */
export function tableDdl(zone: string): readonly string[] {
  return [...tableStatements, createdDayStatement(zone)]
}

/** Every priority is common enough to be met soon on the way through the newest leads. */
const filterColumns = ['status', 'source', 'ad_platform', 'assigned_to']

/** Plain ascending, scanned backward: a descending index would sort nulls the other way than `order by` does. */
export const indexDdl: readonly string[] = [
  'alter table leads add primary key (id)',
  'create unique index leads_unique_code on leads (unique_code)',
  'create index leads_created on leads (created_at, id) where deleted_at is null',
  'create index leads_updated on leads (updated_at, id) where deleted_at is null',
  ...filterColumns.map(
    (column) => `create index leads_${column} on leads (${column}, created_at, id)
      where deleted_at is null and ${column} is not null`,
  ),
  'create index leads_search on leads using gin (search_text gin_trgm_ops)',
  'create index leads_phone on leads using gin (phone_digits gin_trgm_ops)',
  `create index leads_unsent on leads (updated_at, id)
    where deleted_at is null and sync_state in ('pending', 'partial', 'failed')`,
  'create index leads_due on leads (sync_due_at) where sync_due_at is not null',
  'create index leads_next_change on leads (next_change_at) where next_change_at is not null',
  'analyze leads',
]
