import { sql } from 'drizzle-orm'
import { dayAt, startOfDay, zoneOffset } from '../analytics/zone-time.ts'
import { type Drizzle, rowsOf } from '../store/database.ts'
import { workspaces } from '../store/schema.ts'
import { insertSeedLeads, ripenSeedLeads } from './load-leads.ts'
import { arrivalsOn, momentsOfDay, seededDays } from './seed-days.ts'
import { seedLead } from './seed-lead.ts'

const rowsPerStatement = 5000
/** Leads that the present day has at least. */
const todayAtLeast = 3

/** Lets the time since the last opening happen: arrivals, then ripening, in one transaction. Deliveries are the worker's. */
export async function catchUp(drizzle: Drizzle, now: number): Promise<void> {
  await drizzle.transaction(async (transaction) => {
    const [workspace] = await transaction.select().from(workspaces)
    if (workspace === undefined || workspace.caughtUpTo.getTime() >= now) return
    const { seed, zone, dailyArrivals, nextOrdinal } = workspace
    const offsetMs = zoneOffset(now, zone)
    const moments = arrivalsBetween(workspace.caughtUpTo.getTime(), now, seed, zone, dailyArrivals)
    moments.push(...(await missingToday(transaction, moments, now, zone, nextOrdinal)))
    const rows = moments.map((createdAt, index) => seedLead(seed, nextOrdinal + index, createdAt, now, offsetMs))
    for (let start = 0; start < rows.length; start += rowsPerStatement) {
      await insertSeedLeads(transaction, rows.slice(start, start + rowsPerStatement))
    }
    await ripen(transaction, seed, now, offsetMs)
    await transaction.update(workspaces).set({ caughtUpTo: new Date(now), nextOrdinal: nextOrdinal + rows.length })
  })
}

/** Arrivals are the same whether the days pass in one absence or in many; an absence counts up to the sample's length. */
function arrivalsBetween(from: number, to: number, seed: number, zone: string, daily: number): number[] {
  const today = dayAt(to, zone)
  const oldest = today.subtract({ days: seededDays })
  let day = dayAt(from, zone)
  if (day.compare(oldest) < 0) day = oldest
  const moments: number[] = []
  for (; day.compare(today) <= 0; day = day.add({ days: 1 })) {
    const start = startOfDay(day, zone)
    const end = startOfDay(day.add({ days: 1 }), zone)
    const planned = momentsOfDay(arrivalsOn({ start, end }, daily), end, seed)
    moments.push(...planned.filter((moment) => moment > from && moment <= to))
  }
  return moments
}

async function missingToday(
  drizzle: Drizzle,
  arriving: readonly number[],
  now: number,
  zone: string,
  seeded: number,
): Promise<readonly number[]> {
  const midnight = startOfDay(dayAt(now, zone), zone)
  const [there] = await rowsOf<{ count: number }>(
    drizzle,
    sql`select count(*)::int as count from leads where created_at >= ${new Date(midnight).toISOString()} and deleted_at is null`,
  )
  const missing =
    Math.min(todayAtLeast, seeded) - (there?.count ?? 0) - arriving.filter((moment) => moment >= midnight).length
  return Array.from({ length: Math.max(0, missing) }, (_, index) =>
    Math.floor(midnight + ((now - midnight) * (index + 1)) / (todayAtLeast + 1)),
  )
}

async function ripen(drizzle: Drizzle, seed: number, now: number, offsetMs: number): Promise<void> {
  const until = new Date(now).toISOString()
  for (;;) {
    const due = await rowsOf<{ ordinal: number; createdAt: number }>(
      drizzle,
      sql`select ordinal, (extract(epoch from created_at) * 1000)::float8 as "createdAt" from leads
        where next_change_at <= ${until} and ordinal is not null order by next_change_at limit ${rowsPerStatement}`,
    )
    if (due.length === 0) return
    await ripenSeedLeads(
      drizzle,
      due.map((lead) => seedLead(seed, lead.ordinal, lead.createdAt, now, offsetMs)),
    )
  }
}
