import { defaultEvent } from '#contract/default-events.ts'
import type { SyncState } from '#contract/vocabularies.ts'

/** Joins the names in `sent_events`; no event name holds it. */
const separator = '|'

export interface DeliveryState {
  readonly syncState: SyncState
  readonly syncDueAt: Date | null
  readonly syncAttempts: number
}

export function wasSent(sentEvents: string, event: string): boolean {
  return sentEvents.split(separator).includes(event)
}

export function withSent(sentEvents: string, event: string): string {
  if (wasSent(sentEvents, event)) return sentEvents
  return sentEvents === '' ? event : sentEvents + separator + event
}

/**
 * What reaching a status does to the delivery: queued where the event is due and was never sent for this lead, `none`
 * where the platform gets no events. Where it was sent before, nothing is queued any more: what still waited was the
 * event of a status that the lead has left.
 */
export function deliveryOnStatus(
  status: string,
  adPlatform: string | null,
  sentEvents: string,
  present: string,
  dueAt: Date,
): DeliveryState {
  const event = defaultEvent(status, adPlatform)
  if (event === null) return { syncState: 'none', syncDueAt: null, syncAttempts: 0 }
  if (wasSent(sentEvents, event)) {
    return { syncState: present === 'partial' ? 'partial' : 'synced', syncDueAt: null, syncAttempts: 0 }
  }
  return { syncState: 'pending', syncDueAt: dueAt, syncAttempts: 0 }
}
