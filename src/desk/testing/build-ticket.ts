import type { SentTicket } from '#contract/sent-ticket.ts'

/** A line of the ledger, told from others by its number. */
export function buildTicket(number: number): SentTicket {
  return {
    ref: `ABCDE-${number}`,
    subject: `Ticket ${number}`,
    priority: 'normal',
    outcome: 'sent',
    sentAt: '2026-01-01T00:00:00.000Z',
  }
}
