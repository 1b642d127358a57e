import { sql } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import { updateLead } from '../leads/write-lead.ts'
import { arriveNow } from '../seed/arrive-now.ts'
import { ripenUntil } from '../seed/catch-up.ts'
import { seededRandom } from '../seed/seeded-random.ts'
import { type Drizzle, rowsOf } from '../store/database.ts'
import { type EditedLead, othersEdit } from './others-edit.ts'

/** After a pause of the machine no flood follows. */
const mostAtOnce = 100
/** Others edit what people are at: one of the leads that came or changed last. */
const editedAmong = 200

/**
 * Gives a function that, called every second or so, lets `perMinute` leads a minute arrive, seeded leads ripen, and as
 * many leads be edited by others.
 */
export function liveTurns(drizzle: Drizzle, clock: Clock, seed: number, perMinute: number): () => Promise<void> {
  const random = seededRandom(seed, clock.now())
  let last = clock.now()
  let owed = 0
  return async () => {
    const now = clock.now()
    owed = Math.min(mostAtOnce, owed + (Math.max(0, now - last) / 60_000) * perMinute)
    last = now
    const due = Math.floor(owed)
    owed -= due
    if (due > 0) await arriveNow(drizzle, clock, due)
    await ripenUntil(drizzle, now)
    for (let edit = 0; edit < due; edit += 1) await editByOthers(drizzle, clock, random)
  }
}

async function editByOthers(drizzle: Drizzle, clock: Clock, random: () => number): Promise<void> {
  const [lead] = await rowsOf<EditedLead & { readonly id: string }>(
    drizzle,
    sql`select id, status, notes, estimated_value as "estimatedValue" from (
      select * from leads where deleted_at is null order by updated_at desc, id desc limit ${editedAmong}
    ) recent where status <> 'pageview' order by id offset ${random() % 100} limit 1`,
  )
  if (lead !== undefined) await updateLead(drizzle, lead.id, othersEdit(lead, random), clock)
}
