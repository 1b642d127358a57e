import { withoutIndexes } from '../store/bulk-load.ts'
import { countersVersion, renewCounterStatements } from '../store/counter-ddl.ts'
import { createdDayStatements } from '../store/created-day.ts'
import { type Drizzle, runAll } from '../store/database.ts'
import { workspaces } from '../store/schema.ts'
import { insertSeedLeads } from './load-leads.ts'
import { offsetOn } from './offset-on.ts'
import { momentsOfDay, planSeedDays } from './seed-days.ts'
import { type SeedLead, seedLead } from './seed-lead.ts'
import { seededRandom } from './seeded-random.ts'

export interface WorkspaceOptions {
  readonly seed: number
  readonly leads: number
  readonly zone: string
  readonly plan: string
  readonly language: string
}

const rowsPerStatement = 1000
/** The documented quota of the plan shown; a large sample gets more, so that creating still works. */
const smallestQuota = 500

/** Fills the empty tables in one transaction: a process killed half-way leaves nothing behind. */
export async function seedWorkspace(drizzle: Drizzle, options: WorkspaceOptions, now: number): Promise<void> {
  const days = planSeedDays(options.leads, now, options.zone)
  const busiest = Math.max(...days.map((day) => day.leads))
  await drizzle.transaction(async (transaction) => {
    await runAll(transaction, createdDayStatements(options.zone))
    await withoutIndexes(transaction, async () => {
      let batch: SeedLead[] = []
      let ordinal = 0
      for (const day of days) {
        for (const createdAt of momentsOfDay(day, now, options.seed)) {
          batch.push(seedLead(options.seed, ordinal, createdAt, now, offsetOn(createdAt, options.zone)))
          ordinal += 1
          if (batch.length < rowsPerStatement) continue
          await insertSeedLeads(transaction, batch)
          batch = []
        }
      }
      await insertSeedLeads(transaction, batch)
    })
    await runAll(transaction, renewCounterStatements)
    await transaction.insert(workspaces).values({
      seed: options.seed,
      zone: options.zone,
      language: options.language,
      plan: options.plan,
      trackingCode: `KNK-${(seededRandom(options.seed, -1)() & 0xffffff).toString(16).padStart(6, '0')}`,
      dailyQuota: Math.max(smallestQuota, Math.ceil((busiest * 3) / 500) * 500),
      dailyArrivals: Math.ceil(options.leads / 80),
      nextOrdinal: options.leads,
      caughtUpTo: new Date(now),
      countersOf: countersVersion,
    })
  })
}
