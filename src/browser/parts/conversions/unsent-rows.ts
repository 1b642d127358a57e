import type { UnsentConversion } from '#contract/analytics.ts'
import { type DeliveryWindows, windowHours } from '#contract/delivery-windows.ts'
import type { Lead } from '#contract/lead.ts'
import { happenedBy, instantMs, type TimeLeft, timeLeft } from './time-left.ts'

/** An undelivered event as it is shown: what the list tells, what this dashboard saw, and its lead where that is known. */
export interface UnsentRow {
  readonly event: UnsentConversion
  /** When it happened at the latest, epoch milliseconds. */
  readonly happenedBy: number | null
  readonly lead: Lead | undefined
  readonly left: TimeLeft
  /** True where it may be too late already: surely not before its lead was made, and that is longer ago than the window. */
  readonly mayBeLate: boolean
}

interface UnsentFacts {
  /** First sights by lead id, epoch milliseconds. */
  readonly seen: ReadonlyMap<string, number>
  readonly leads: ReadonlyMap<string, Lead>
  readonly windows: DeliveryWindows
  readonly now: number
}

/** Joins what is known of each event. The date of the lead's last change counts too: its event lies before that. */
export function unsentRows(events: readonly UnsentConversion[], facts: UnsentFacts): UnsentRow[] {
  return events.map((event) => {
    const known = facts.leads.get(event.leadId)
    // Read with another status it tells of another event.
    const lead = event.status == null || known?.status === event.status ? known : undefined
    const by = happenedBy([facts.seen.get(event.leadId) ?? null, instantMs(lead?.updatedAt)])
    const hours = windowHours(event.adPlatform, facts.windows)
    const left = timeLeft(by, hours, facts.now)
    const made = instantMs(lead?.createdAt)
    const isOldLead = made !== null && timeLeft(made, hours, facts.now).kind === 'late'
    return { event, lead, happenedBy: by, left, mayBeLate: left.kind === 'late' || (left.kind === 'left' && isOldLead) }
  })
}

/** Groups in the order of urgency: what can just be saved, what may be lost, what has time, then what nobody can tell. */
const groups: Readonly<Record<TimeLeft['kind'], number>> = { left: 2, late: 1, unknown: 3, open: 4 }

function groupOf({ left }: UnsentRow): number {
  return left.kind === 'left' && left.isSoon ? 0 : groups[left.kind]
}

/** Least time left first; of what may be too late the newest first; the rest by first sight. Equal ones keep their order. */
export function byUrgency(rows: readonly UnsentRow[]): UnsentRow[] {
  return [...rows].sort((a, b) => groupOf(a) - groupOf(b) || within(a, b))
}

function within(a: UnsentRow, b: UnsentRow): number {
  if (a.left.kind === 'left' && b.left.kind === 'left') return a.left.ms - b.left.ms
  if (a.left.kind === 'late' && b.left.kind === 'late') return a.left.sinceMs - b.left.sinceMs
  return (a.happenedBy ?? Number.MAX_VALUE) - (b.happenedBy ?? Number.MAX_VALUE)
}

/** How many may soon be too late, at least, and how many may be already. */
export function urgencyOf(rows: readonly UnsentRow[]): { readonly soon: number; readonly late: number } {
  return {
    soon: rows.filter(({ left }) => left.kind === 'left' && left.isSoon).length,
    late: rows.filter(({ left }) => left.kind === 'late').length,
  }
}

/** The money that its event would report: what was paid, else what is expected; of a lost lead none. Null where it is not known. */
export function eventValue(lead: Lead | undefined): number | null {
  if (lead === undefined || lead.status === 'lost') return null
  return (lead.status === 'won' ? (lead.actualValue ?? lead.estimatedValue) : lead.estimatedValue) ?? null
}
