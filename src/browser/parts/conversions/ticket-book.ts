import type { SentTicket } from '#contract/sent-ticket.ts'
import type { FailureGroup } from './failure-groups.ts'

/** The newest ticket about each lead, by its reference; what may not have arrived has none. */
export function ticketRefs(tickets: readonly SentTicket[]): ReadonlyMap<string, string> {
  const refs = new Map<string, string>()
  for (const { ref, about } of tickets) {
    for (const id of ref === null ? [] : (about?.leadIds ?? [])) if (!refs.has(id)) refs.set(id, ref ?? '')
  }
  return refs
}

/** The newest ticket about any lead of a group, and how many of the group no ticket names. Tickets come newest first. */
export function ticketOfGroup(
  tickets: readonly SentTicket[],
  { rows }: Pick<FailureGroup, 'rows'>,
): { readonly ticket: SentTicket; readonly unreported: number } | null {
  const ids = rows.map(({ event }) => event.leadId)
  const ticket = tickets.find(({ about }) => about?.leadIds.some((id) => ids.includes(id)))
  if (ticket === undefined) return null
  const named = new Set(tickets.flatMap(({ about }) => about?.leadIds ?? []))
  return { ticket, unreported: ids.filter((id) => !named.has(id)).length }
}

/** True where none of a ticket's leads is in the list any more: delivered, or deleted. Null where it names none. */
export function hasSynced({ about }: SentTicket, unsent: ReadonlySet<string>): boolean | null {
  if (about === undefined || about.leadIds.length === 0) return null
  return about.leadIds.every((id) => !unsent.has(id))
}
