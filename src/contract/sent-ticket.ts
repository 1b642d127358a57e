import * as z from 'zod/mini'
import { platformKeyLimit } from './platform-key.ts'
import { pathId, text } from './text-schemas.ts'
import { ticketCreate } from './ticket.ts'

/** Leads that a line of the ledger names at most. */
export const ticketLeadLimit = 300

/** What a ticket is about, for this dashboard's ledger only: Konektor is sent subject, message and priority. */
export const ticketAbout = z.object({
  platform: z.nullable(text(platformKeyLimit)),
  leadIds: z.array(pathId()).check(z.maxLength(ticketLeadLimit, `At most ${ticketLeadLimit}`)),
})

export type TicketAbout = z.output<typeof ticketAbout>

/** A ticket as the browser hands it in. */
export const ticketRequest = z.extend(ticketCreate, { about: z.optional(ticketAbout) })
export type TicketRequest = z.output<typeof ticketRequest>

/**
 * A line of the ticket ledger. `outcome`: "sent" has a reference; "unknown" was sent without an answer and may have
 * arrived. `sentAt` is ISO 8601 UTC by this server's clock.
 */
export const sentTicket = z.object({
  ref: z.nullable(z.string()),
  subject: z.string(),
  priority: z.string(),
  outcome: z.enum(['sent', 'unknown']),
  sentAt: z.string(),
  /** Absent for a ticket that nobody made from a list. */
  about: z.optional(ticketAbout),
})
export type SentTicket = z.output<typeof sentTicket>
