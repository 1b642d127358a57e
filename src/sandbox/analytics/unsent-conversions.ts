import { sql } from 'drizzle-orm'
import type { UnsentConversion } from '#contract/analytics.ts'
import type { Drizzle } from '../store/database.ts'
import { leads } from '../store/schema.ts'

/** Every lead whose event has not been delivered, newest change first, of all periods. */
export async function unsentConversionsAnswer(drizzle: Drizzle): Promise<readonly UnsentConversion[]> {
  const rows = await drizzle
    .select({
      leadId: leads.id,
      uniqueCode: leads.uniqueCode,
      status: leads.status,
      adPlatform: leads.adPlatform,
      conversionSyncStatus: leads.syncState,
      lastSyncAt: leads.lastSyncAt,
    })
    .from(leads)
    .where(sql`${leads.deletedAt} is null and ${leads.syncState} in ('pending', 'partial', 'failed')`)
    .orderBy(sql`${leads.updatedAt} desc`, sql`${leads.id} desc`)
  return rows.map(({ lastSyncAt, ...row }) => ({
    ...row,
    lastConversionSyncAt: lastSyncAt?.toISOString() ?? null,
  }))
}
