import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { oneOf, text, textOrNothing } from './text-schemas.ts'
import { ticketPriorities } from './vocabularies.ts'

/** Body of "Create Support Ticket". */
export const ticketCreate = z.object(
  {
    subject: text(limits.subject, limits.subjectMin),
    message: text(limits.message, 1),
    priority: z.optional(oneOf(ticketPriorities)),
  },
  { error: 'Must be a JSON object' },
)
export type TicketCreate = z.output<typeof ticketCreate>

export const ticket = z.object({
  ticketId: textOrNothing,
  ticketRef: textOrNothing,
  subject: textOrNothing,
  status: textOrNothing,
  priority: textOrNothing,
  createdAt: textOrNothing,
})
export type Ticket = z.output<typeof ticket>
