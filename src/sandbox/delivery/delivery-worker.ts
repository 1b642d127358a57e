import { sql } from 'drizzle-orm'
import { defaultEvent } from '#contract/default-events.ts'
import type { Clock } from '../clock.ts'
import { chanceOf } from '../seed/seeded-random.ts'
import { type Drizzle, rowsOf } from '../store/database.ts'
import { withSent } from './conversion-event.ts'
import { type DeliveryTroubles, isFailing, noTroubles, stalledPlatforms } from './delivery-troubles.ts'

/** A failed event is tried so often, then it stays failed. */
const maxAttempts = 6
const firstPauseMs = 60_000
const batchSize = 500

export interface DeliveryCounts {
  synced: number
  partial: number
  failed: number
}

interface DueLead {
  readonly id: string
  readonly status: string
  readonly adPlatform: string | null
  readonly attempts: number
  readonly sentEvents: string
}

/** Sends what is due now. `ignoringPauses`: everything queued, again and again until nothing is left to send. */
export async function deliverDue(
  drizzle: Drizzle,
  clock: Clock,
  seed: number,
  ignoringPauses = false,
  troubles: DeliveryTroubles = noTroubles(),
): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { synced: 0, partial: 0, failed: 0 }
  for (;;) {
    const now = clock.now()
    const delivered = await drizzle.transaction(async (transaction) => {
      const until = ignoringPauses ? sql`` : sql`and sync_due_at <= ${new Date(now).toISOString()}`
      const stalled = stalledPlatforms(troubles)
      const but = stalled.length === 0 ? sql`` : sql`and coalesce(ad_platform, '') not in ${stalled}`
      const due = await rowsOf<DueLead>(
        transaction,
        sql`select id, status, ad_platform as "adPlatform", sync_attempts as attempts, sent_events as "sentEvents"
          from leads where sync_due_at is not null and deleted_at is null ${until} ${but} order by sync_due_at limit ${batchSize} for update skip locked`,
      )
      const outcomes = due.map((lead) => outcomeOf(lead, seed, now, isFailing(troubles, lead.adPlatform)))
      await saveOutcomes(transaction, outcomes, now)
      for (const { state } of outcomes) counts[state] += 1
      return due.length
    })
    if (delivered === 0 || (!ignoringPauses && delivered < batchSize)) return counts
  }
}

interface Outcome {
  readonly id: string
  readonly state: keyof DeliveryCounts
  readonly due_at: number | null
  readonly attempts: number
  readonly sent: string
}

function outcomeOf(lead: DueLead, seed: number, now: number, mustFail: boolean): Outcome {
  const attempts = lead.attempts + 1
  const chance = chanceOf(seed, lead.id + lead.status, attempts)
  const state = mustFail ? 'failed' : chance < 0.9 ? 'synced' : chance < 0.93 ? 'partial' : 'failed'
  const event = defaultEvent(lead.status, lead.adPlatform)
  const sent = state === 'failed' || event === null ? lead.sentEvents : withSent(lead.sentEvents, event)
  const isRetried = state === 'failed' && attempts < maxAttempts
  return { id: lead.id, state, attempts, sent, due_at: isRetried ? now + firstPauseMs * 4 ** (attempts - 1) : null }
}

/** `updatedAt` stays: none of the lead's own fields changes. */
async function saveOutcomes(drizzle: Drizzle, outcomes: readonly Outcome[], now: number): Promise<void> {
  if (outcomes.length === 0) return
  await drizzle.execute(
    sql`update leads l set sync_state = x.state, sync_due_at = to_timestamp(x.due_at / 1000), sync_attempts = x.attempts,
      sent_events = x.sent, last_sync_at = ${new Date(now).toISOString()}
      from json_to_recordset(${JSON.stringify(outcomes)}::json)
        as x (id uuid, state text, due_at float8, attempts int, sent text) where l.id = x.id`,
  )
}

/** Lets what a platform has failed or waits for be tried at once: it is well again. */
export async function tryAgainNow(drizzle: Drizzle, clock: Clock, platform: string): Promise<void> {
  const now = new Date(clock.now()).toISOString()
  await drizzle.execute(
    sql`update leads set sync_due_at = ${now} where sync_due_at is not null and ad_platform = ${platform} and deleted_at is null`,
  )
}
