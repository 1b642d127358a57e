import { randomBytes } from 'node:crypto'
import type { Ticket, TicketCreate } from '#contract/ticket.ts'
import type { Clock } from '../clock.ts'
import { leadId } from '../leads/lead-id.ts'
import { type Drizzle, sqlState } from '../store/database.ts'
import { tickets } from '../store/schema.ts'
import { invalid } from './agent-error.ts'

export async function createTicket(drizzle: Drizzle, body: TicketCreate, clock: Clock): Promise<Ticket> {
  for (const field of ['subject', 'message'] as const) {
    if (body[field].includes('\u0000')) throw invalid({ [field]: 'Must not contain a NUL character' })
  }
  const createdAt = new Date(clock.now())
  for (let attempt = 0; ; attempt += 1) {
    const ticket = {
      id: leadId(createdAt.getTime(), () => randomBytes(4).readUInt32BE()),
      ref: mintRef(),
      subject: body.subject,
      message: body.message,
      status: 'new',
      priority: body.priority ?? 'normal',
      createdAt,
    }
    try {
      await drizzle.insert(tickets).values(ticket)
    } catch (error) {
      if (attempt < 5 && sqlState(error) === '23505') continue
      throw error
    }
    return {
      ticketId: ticket.id,
      ticketRef: ticket.ref,
      subject: ticket.subject,
      status: ticket.status,
      priority: ticket.priority,
      createdAt: createdAt.toISOString(),
    }
  }
}

/** Five and four characters, as in the specification's example `A1B2C-3D4E`; no letters that read as digits. */
function mintRef(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const text = Array.from(randomBytes(9), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
  return `${text.slice(0, 5)}-${text.slice(5)}`
}
