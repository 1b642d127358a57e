import * as z from 'zod/mini'
import { limits } from './limits.ts'
import { oneOf, text } from './text-schemas.ts'
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

const label = z.optional(z.nullable(z.string()))

export const ticket = z.object({
  ticketId: label,
  ticketRef: label,
  subject: label,
  status: label,
  priority: label,
  createdAt: label,
})
export type Ticket = z.output<typeof ticket>
