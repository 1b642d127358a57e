import { platformKey } from '#contract/platform-key.ts'
import type { Desk, UnsentSight } from './desk-port.ts'

/** Questions whose count of delivered events is remembered, to see the next one grow. */
const countsKept = 100

/** Tells the desk what passing answers say about deliveries. Best effort: an odd shape is passed over. */
export function conversionNotes(desk: Desk) {
  /** By question: the delivered events it counted last. */
  const counted = new Map<string, number>()
  return {
    /** A whole list of undelivered events. */
    list(data: unknown, now: number): void {
      if (!Array.isArray(data)) return
      const rows = (data as unknown[]).flatMap((row) => sightOf(row) ?? [])
      desk.noteUnsent(rows, now)
    },
    /** Leads with the time of their last change. */
    leads(data: unknown, askedAt: number): void {
      const changedAt = new Map<string, number>()
      for (const row of Array.isArray(data) ? (data as unknown[]) : [data]) {
        if (!isRecord(row) || typeof row.id !== 'string') continue
        const at = instant(row.updatedAt)
        if (at !== null) changedAt.set(row.id, at)
      }
      if (changedAt.size > 0) desk.noteLeadChanges(changedAt, askedAt)
    },
    /** Counts by state: the same question that counts more delivered events than before has seen a delivery. */
    counts(data: unknown, query: Readonly<Record<string, unknown>>, now: number): void {
      // A count of all platforms tells of none which it was.
      if (!isRecord(data) || typeof data.synced !== 'number' || typeof query.platform !== 'string') return
      const question = JSON.stringify(query)
      const before = counted.get(question)
      counted.delete(question)
      counted.set(question, data.synced)
      for (const oldest of counted.keys()) {
        if (counted.size <= countsKept) break
        counted.delete(oldest)
      }
      if (before !== undefined && data.synced > before) desk.noteDelivery(query.platform, now)
    },
  }
}

function sightOf(row: unknown): UnsentSight | null {
  if (!isRecord(row) || typeof row.leadId !== 'string') return null
  const state = row.conversionSyncStatus
  // The attempt of a waiting event may have been one for an earlier event of the same lead.
  const wasTried = state === 'failed' || state === 'partial'
  const platform = platformKey(typeof row.adPlatform === 'string' ? row.adPlatform : null)
  const status = typeof row.status === 'string' ? row.status.slice(0, 40) : null
  return { id: row.leadId, platform, status, triedAt: wasTried ? instant(row.lastConversionSyncAt) : null }
}

/** Zero dates ("0001-01-01") stand for nothing. */
const firstInstant = Date.UTC(2000)

function instant(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return at >= firstInstant ? at : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
