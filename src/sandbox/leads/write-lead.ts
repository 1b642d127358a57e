import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { LeadChanges, LeadCreate } from '#contract/lead.ts'
import { dayAt, startOfDay } from '../analytics/zone-time.ts'
import type { Clock } from '../clock.ts'
import { deliveryOnStatus } from '../delivery/conversion-event.ts'
import { AgentError, invalid, notFound } from '../http/agent-error.ts'
import { type Drizzle, sqlState } from '../store/database.ts'
import { type LeadRow, leads, workspaces } from '../store/schema.ts'
import { countByFacet } from './lead-counts.ts'
import { isUuid, leadId } from './lead-id.ts'
import { phoneDigits, searchText } from './search-text.ts'

/** How long after a status an event waits for the worker. */
const deliveryDelayMs = 4000

/** The columns that a body may set, in the database's terms. */
type Writable = Pick<
  LeadRow,
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'status'
  | 'priority'
  | 'source'
  | 'adPlatform'
  | 'notes'
  | 'uniqueCode'
  | 'externalRef'
  | 'assignedTo'
  | 'estimatedValue'
  | 'actualValue'
>

/** Creates a lead. 400 for a code in use, 429 when today's quota is used up. */
export async function createLead(drizzle: Drizzle, body: LeadCreate, clock: Clock, zone: string): Promise<LeadRow> {
  const given = toColumns(body)
  const now = clock.now()
  await refuseOverQuota(drizzle, now, zone)
  const at = new Date(now)
  const status = given.status ?? 'new'
  const adPlatform = given.adPlatform ?? null
  const writable: Writable = {
    firstName: body.firstName,
    lastName: given.lastName ?? null,
    email: given.email ?? null,
    phone: given.phone ?? null,
    status,
    priority: given.priority ?? 'medium',
    source: given.source ?? null,
    adPlatform,
    notes: given.notes ?? null,
    uniqueCode: given.uniqueCode ?? null,
    externalRef: given.externalRef ?? null,
    assignedTo: given.assignedTo ?? null,
    estimatedValue: given.estimatedValue ?? null,
    actualValue: given.actualValue ?? null,
  }
  const delivery = deliveryOnStatus(status, adPlatform, '', 'none', new Date(now + deliveryDelayMs))
  for (let attempt = 0; ; attempt += 1) {
    const uniqueCode = writable.uniqueCode ?? mintCode()
    try {
      const [row] = await drizzle
        .insert(leads)
        .values({
          ...writable,
          uniqueCode,
          id: leadId(now, () => randomBytes(4).readUInt32BE()),
          createdAt: at,
          updatedAt: at,
          searchText: searchText({ ...writable, uniqueCode }),
          phoneDigits: phoneDigits(writable.phone),
          ...delivery,
        })
        .returning()
      if (row === undefined) throw new Error('The insert answered no row')
      return row
    } catch (error) {
      // A minted code that is in use already is drawn again; a given one is the caller's to change.
      if (writable.uniqueCode === null && attempt < 5 && sqlState(error) === uniqueViolation) continue
      throw readWriteError(error)
    }
  }
}

/** Changes a lead; what equals the present value is no change, and without any change nothing is written. */
export async function updateLead(drizzle: Drizzle, id: string, body: LeadChanges, clock: Clock): Promise<LeadRow> {
  if (!isUuid(id)) throw notFound('Lead not found')
  const given = toColumns(body)
  try {
    return await drizzle.transaction(async (transaction) => {
      const [old] = await transaction
        .select()
        .from(leads)
        .where(sql`${leads.id} = ${id} and ${leads.deletedAt} is null`)
        .for('update')
      if (old === undefined) throw notFound('Lead not found')
      const changes = changedColumns(old, given)
      if (Object.keys(changes).length === 0) return old
      const next = { ...old, ...changes }
      const now = clock.now()
      const reached = changes.status !== undefined || changes.adPlatform !== undefined
      const delivery = reached
        ? deliveryOnStatus(next.status, next.adPlatform, old.sentEvents, old.syncState, new Date(now + deliveryDelayMs))
        : null
      const [row] = await transaction
        .update(leads)
        .set({
          ...changes,
          searchText: searchText(next),
          phoneDigits: phoneDigits(next.phone),
          // Two changes in one millisecond still differ.
          updatedAt: new Date(Math.max(now, old.updatedAt.getTime() + 1)),
          // A person took the lead: its seeded life ends here.
          nextChangeAt: null,
          ...delivery,
        })
        .where(eq(leads.id, old.id))
        .returning()
      if (row === undefined) throw new Error('The update answered no row')
      return row
    })
  } catch (error) {
    throw readWriteError(error)
  }
}

const uniqueViolation = '23505'

function readWriteError(error: unknown): unknown {
  if (error instanceof AgentError) return error
  return sqlState(error) === uniqueViolation ? invalid({ uniqueCode: 'Already in use' }) : error
}

async function refuseOverQuota(drizzle: Drizzle, now: number, zone: string): Promise<void> {
  const today = dayAt(now, zone)
  const [workspace] = await drizzle.select({ quota: workspaces.dailyQuota }).from(workspaces)
  const [used] = await countByFacet(drizzle, '', { from: startOfDay(today, zone), to: null }, zone)
  const quota = workspace?.quota ?? 0
  if ((used?.leads ?? 0) < quota) return
  throw new AgentError('RATE_LIMITED', `The daily quota of ${quota} leads is used up until midnight (${zone})`, {
    retryAfterSeconds: Math.max(1, Math.ceil((startOfDay(today.add({ days: 1 }), zone) - now) / 1000)),
  })
}

function mintCode(): string {
  return `API_${randomBytes(4).toString('hex').toUpperCase()}`
}

/** Trims the phone, makes empty text nothing, refuses what PostgreSQL cannot store. Absent fields stay absent. */
function toColumns(body: LeadChanges): Partial<Writable> {
  const columns: Record<string, string | null> = {}
  const faults: Record<string, string> = {}
  for (const [field, value] of Object.entries(body)) {
    if (value === undefined) continue
    let column = value === null ? null : String(value)
    if (column?.includes('\u0000')) faults[field] = 'Must not contain a NUL character'
    if (field === 'phone') column = column?.trim() ?? null
    if (field === 'assignedTo') column = column?.toLowerCase() ?? null
    columns[field] = column === '' ? null : column
  }
  if (Object.keys(faults).length > 0) throw invalid(faults)
  return columns as Partial<Writable>
}

function changedColumns(old: LeadRow, given: Partial<Writable>): Partial<Writable> {
  const isAmount = (field: string) => field === 'estimatedValue' || field === 'actualValue'
  const changed = Object.entries(given).filter(([field, value]) => {
    const before = old[field as keyof Writable]
    return isAmount(field) && before !== null && value !== null ? Number(before) !== Number(value) : before !== value
  })
  return Object.fromEntries(changed)
}
