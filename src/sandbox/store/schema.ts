import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

/** Instants have millisecond precision, as the API gives them. */
function instant(name: string) {
  return timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
}

/** One row: what the directory holds and when it was last open. */
export const workspaces = pgTable('workspaces', {
  seed: integer('seed').notNull(),
  zone: text('zone').notNull(),
  language: text('language').notNull(),
  plan: text('plan').notNull(),
  trackingCode: text('tracking_code').notNull(),
  dailyQuota: integer('daily_quota').notNull(),
  /** Leads that arrive on a full day while the sandbox is closed. */
  dailyArrivals: integer('daily_arrivals').notNull(),
  /** Ordinal of the next seeded lead. */
  nextOrdinal: integer('next_ordinal').notNull(),
  caughtUpTo: instant('caught_up_to').notNull(),
  /** Which counters the counts are of; others are made anew on opening, with everything counted again. */
  countersOf: text('counters_of').notNull().default(''),
})

export type WorkspaceRow = typeof workspaces.$inferSelect

interface FilterColumns {
  readonly status: AnyPgColumn
  readonly adPlatform: AnyPgColumn
  readonly source: AnyPgColumn
  readonly priority: AnyPgColumn
}

/** Columns behind an order, so that further filters are met in the index and not row by row. */
function filterColumns(table: FilterColumns, without: AnyPgColumn): readonly AnyPgColumn[] {
  return [table.status, table.adPlatform, table.source, table.priority].filter((column) => column !== without)
}

/** For a list by one value in the order of creation. Every priority is common enough to be met soon without an index. */
function filterIndex(
  name: string,
  column: AnyPgColumn,
  table: FilterColumns & { readonly createdAt: AnyPgColumn; readonly id: AnyPgColumn },
) {
  return index(name)
    .on(column, table.createdAt, table.id, ...filterColumns(table, column))
    .where(sql`deleted_at is null and ${column} is not null`)
}

/** Indexes are plain ascending and scanned backward: a descending one would sort nulls the other way than `order by` does. */
export const leads = pgTable(
  'leads',
  {
    id: uuid('id').primaryKey(),
    uniqueCode: text('unique_code'),
    externalRef: text('external_ref'),
    firstName: text('first_name').notNull(),
    lastName: text('last_name'),
    email: text('email'),
    phone: text('phone'),
    status: text('status').notNull(),
    priority: text('priority'),
    source: text('source'),
    adPlatform: text('ad_platform'),
    assignedTo: text('assigned_to'),
    estimatedValue: numeric('estimated_value'),
    actualValue: numeric('actual_value'),
    notes: text('notes'),
    campaign: text('campaign'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    deletedAt: instant('deleted_at'),
    /** Lower-case names, address, code and reference; kept by every writer. */
    searchText: text('search_text').notNull(),
    /** The phone in its one normal form (62…), digits only. */
    phoneDigits: text('phone_digits').notNull(),
    syncState: text('sync_state').notNull(),
    /** When the worker sends the event (again); null when nothing is due. */
    syncDueAt: instant('sync_due_at'),
    syncAttempts: integer('sync_attempts').notNull().default(0),
    lastSyncAt: instant('last_sync_at'),
    /** Event names already sent for this lead, joined by `|`: each is sent once. */
    sentEvents: text('sent_events').notNull().default(''),
    /** Ordinal in the seed; null for leads made through the API. */
    ordinal: integer('ordinal'),
    /** When the seeded life changes the status next; null when it is over or a person took the lead. */
    nextChangeAt: instant('next_change_at'),
    /** The creation day in the workspace's zone: made again for each zone (`created-day.ts`), so that 'UTC' only stands here. */
    createdDay: date('created_day', { mode: 'string' })
      .notNull()
      .generatedAlwaysAs(sql`((created_at at time zone 'UTC')::date)`),
  },
  (table) => [
    uniqueIndex('leads_unique_code').on(table.uniqueCode),
    index('leads_created').on(table.createdAt, table.id).where(sql`deleted_at is null`),
    index('leads_updated')
      .on(table.updatedAt, table.id, ...filterColumns(table, table.id))
      .where(sql`deleted_at is null`),
    filterIndex('leads_status', table.status, table),
    filterIndex('leads_source', table.source, table),
    filterIndex('leads_ad_platform', table.adPlatform, table),
    filterIndex('leads_assigned_to', table.assignedTo, table),
    index('leads_search').using('gin', table.searchText.op('gin_trgm_ops')),
    index('leads_phone').using('gin', table.phoneDigits.op('gin_trgm_ops')),
    index('leads_unsent')
      .on(table.updatedAt, table.id)
      .where(sql`deleted_at is null and sync_state in ('pending', 'partial', 'failed')`),
    index('leads_due').on(table.syncDueAt).where(sql`sync_due_at is not null`),
    index('leads_next_change').on(table.nextChangeAt).where(sql`next_change_at is not null`),
  ],
)
export type LeadRow = typeof leads.$inferSelect

/** Leads by day for a facet (a set of one or two dimensions, see `facets.ts`), kept by triggers. */
export const leadDayCounts = pgTable(
  'lead_day_counts',
  {
    facet: text('facet').notNull(),
    value: text('value').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    leads: integer('leads').notNull(),
    won: integer('won').notNull(),
    wonValue: numeric('won_value').notNull(),
  },
  (table) => [primaryKey({ name: 'lead_day_counts_pkey', columns: [table.facet, table.value, table.day] })],
)

/** Leads by every dimension at once and day, kept by triggers; empty text stands for nothing. The key has the vocabularies first. */
export const leadCellCounts = pgTable(
  'lead_cell_counts',
  {
    status: text('status').notNull(),
    adPlatform: text('ad_platform').notNull(),
    source: text('source').notNull(),
    priority: text('priority').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    assignedTo: text('assigned_to').notNull(),
    leads: integer('leads').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'lead_cell_counts_pkey',
      columns: [table.status, table.adPlatform, table.source, table.priority, table.day, table.assignedTo],
    }),
  ],
)

export const tickets = pgTable('tickets', {
  id: uuid('id').primaryKey(),
  ref: text('ref').notNull().unique('tickets_ref_key'),
  subject: text('subject').notNull(),
  message: text('message').notNull(),
  status: text('status').notNull(),
  priority: text('priority').notNull(),
  createdAt: instant('created_at').notNull(),
})
