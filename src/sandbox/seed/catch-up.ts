import { sql } from 'drizzle-orm'
import { dayAt, startOfDay } from '../analytics/zone-time.ts'
import { type Drizzle, rowsOf } from '../store/database.ts'
import { type WorkspaceRow, workspaces } from '../store/schema.ts'
import { insertSeedLeads, ripenSeedLeads } from './load-leads.ts'
import { offsetOn } from './offset-on.ts'
import { arrivalsOn, momentsOfDay, seededDays } from './seed-days.ts'
import { seedLead } from './seed-lead.ts'

const rowsPerStatement = 5000
/** Minutes after midnight at which a lead comes on every day, so that a day that has just begun has some. */
const firstMinutes = [1, 3, 7]

/** Lets the time since the last opening happen: arrivals, then ripening, in one transaction. Deliveries are the worker's. */
export async function catchUp(drizzle: Drizzle, now: number): Promise<void> {
  await drizzle.transaction(async (transaction) => {
    const [workspace] = await transaction.select().from(workspaces)
    if (workspace === undefined || workspace.caughtUpTo.getTime() >= now) return
    const { seed, zone, nextOrdinal } = workspace
    const moments = arrivalsBetween(workspace, now)
    const rows = moments.map((createdAt, index) =>
      seedLead(seed, nextOrdinal + index, createdAt, now, offsetOn(createdAt, zone)),
    )
    for (let start = 0; start < rows.length; start += rowsPerStatement) {
      await insertSeedLeads(transaction, rows.slice(start, start + rowsPerStatement))
    }
    await ripen(transaction, workspace, now)
    await transaction.update(workspaces).set({ caughtUpTo: new Date(now), nextOrdinal: nextOrdinal + rows.length })
  })
}

/** What has become due since the last turn, while the sandbox runs. */
export async function ripenUntil(drizzle: Drizzle, now: number): Promise<void> {
  await drizzle.transaction(async (transaction) => {
    const [workspace] = await transaction.select().from(workspaces)
    if (workspace === undefined) return
    await ripen(transaction, workspace, now)
    await transaction.update(workspaces).set({ caughtUpTo: new Date(now) })
  })
}

/** Arrivals are the same whether the days pass in one absence or in many; an absence counts up to the sample's length. */
function arrivalsBetween({ caughtUpTo, seed, zone, dailyArrivals }: WorkspaceRow, to: number): number[] {
  const from = caughtUpTo.getTime()
  const today = dayAt(to, zone)
  const oldest = today.subtract({ days: seededDays })
  let day = dayAt(from, zone)
  if (day.compare(oldest) < 0) day = oldest
  const moments: number[] = []
  for (; day.compare(today) <= 0; day = day.add({ days: 1 })) {
    const start = startOfDay(day, zone)
    const end = startOfDay(day.add({ days: 1 }), zone)
    const planned = momentsOfDay(arrivalsOn({ start, end }, dailyArrivals), end, seed)
    const early = dailyArrivals === 0 ? [] : firstMinutes.map((minute) => start + minute * 60_000)
    const coming = [...early, ...planned].filter((moment) => moment > from && moment <= to)
    moments.push(...coming.sort((a, b) => a - b))
  }
  return moments
}

async function ripen(drizzle: Drizzle, { seed, zone }: WorkspaceRow, now: number): Promise<void> {
  const until = new Date(now).toISOString()
  for (;;) {
    const due = await rowsOf<{ id: string; ordinal: number; createdAt: number }>(
      drizzle,
      sql`select id, ordinal, (extract(epoch from created_at) * 1000)::float8 as "createdAt" from leads
        where next_change_at <= ${until} and ordinal is not null order by next_change_at limit ${rowsPerStatement} for update`,
    )
    if (due.length === 0) return
    await ripenSeedLeads(
      drizzle,
      // The row keeps its own id: samples of earlier versions took other working hours, which the draw of an id follows.
      due.map(({ id, ordinal, createdAt }) => ({
        ...seedLead(seed, ordinal, createdAt, now, offsetOn(createdAt, zone)),
        id,
      })),
    )
  }
}
