import type { Clock } from '../clock.ts'
import type { Drizzle } from '../store/database.ts'
import { workspaces } from '../store/schema.ts'
import { insertSeedLeads } from './load-leads.ts'
import { offsetOn } from './offset-on.ts'
import { seedLead } from './seed-lead.ts'

/** Lets seeded leads come in at this moment, a millisecond apart; gives how many. About half of them are visits. */
export async function arriveNow(drizzle: Drizzle, clock: Clock, leads: number): Promise<number> {
  return drizzle.transaction(async (transaction) => {
    const [workspace] = await transaction.select().from(workspaces).for('update')
    if (workspace === undefined) return 0
    const { seed, zone, nextOrdinal } = workspace
    const now = clock.now()
    const rows = Array.from({ length: leads }, (_, index) =>
      seedLead(seed, nextOrdinal + index, now - (leads - 1 - index), now, offsetOn(now, zone)),
    )
    await insertSeedLeads(transaction, rows)
    await transaction.update(workspaces).set({ nextOrdinal: nextOrdinal + leads })
    return leads
  })
}
