import * as z from 'zod/mini'

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
})
export type SentTicket = z.output<typeof sentTicket>
