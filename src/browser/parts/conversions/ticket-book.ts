import { type SentTicket, ticketLeadLimit } from '#contract/sent-ticket.ts'
import type { FailureGroup } from './failure-groups.ts'
import { instantMs } from './time-left.ts'
import type { UnsentRow } from './unsent-rows.ts'

/** The newest ticket about each lead, by its reference; what may not have arrived has none. */
export function ticketRefs(tickets: readonly SentTicket[]): ReadonlyMap<string, string> {
  const refs = new Map<string, string>()
  for (const { ref, about } of tickets) {
    for (const id of ref === null ? [] : (about?.leadIds ?? [])) if (!refs.has(id)) refs.set(id, ref ?? '')
  }
  return refs
}

/** The newest ticket that names each lead. */
export type TicketIndex = ReadonlyMap<string, SentTicket>

/** Tickets come newest first. */
export function ticketIndex(tickets: readonly SentTicket[]): TicketIndex {
  const index = new Map<string, SentTicket>()
  for (const ticket of tickets) {
    for (const id of ticket.about?.leadIds ?? []) if (!index.has(id)) index.set(id, ticket)
  }
  return index
}

/** The newest ticket about any lead of a group, and how many of the group came since: no ticket tells of them. */
export function ticketOfGroup(
  index: TicketIndex,
  { rows }: Pick<FailureGroup, 'rows'>,
): { readonly ticket: SentTicket; readonly unreported: number } | null {
  const found = new Set(rows.flatMap(({ event }) => index.get(event.leadId) ?? []))
  const [ticket] = [...found].sort((a, b) => sentMs(b) - sentMs(a))
  if (ticket === undefined) return null
  // A ticket about more leads than it can name is about all there were when it was sent.
  const full = [...found].filter(({ about }) => (about?.leadIds.length ?? 0) >= ticketLeadLimit)
  const toldUntil = Math.max(...full.map(sentMs), 0)
  const isNew = ({ event, happenedBy }: UnsentRow) =>
    !index.has(event.leadId) && (toldUntil === 0 || (happenedBy ?? 0) > toldUntil)
  return { ticket, unreported: rows.filter(isNew).length }
}

function sentMs({ sentAt }: SentTicket): number {
  return instantMs(sentAt) ?? 0
}

/** True where none of a ticket's leads is in the list any more: delivered, or deleted. Null where it names none. */
export function hasSynced({ about }: SentTicket, unsent: ReadonlySet<string>): boolean | null {
  if (about === undefined || about.leadIds.length === 0) return null
  return about.leadIds.every((id) => !unsent.has(id))
}
