import type { SentTicket, TicketAbout } from '#contract/sent-ticket.ts'

/** A ticket as old as this is no reason to hold back another one. */
const similarWithinMs = 48 * 3_600_000

/** The newest ticket of the last 48 hours about one of the same leads, or with the same subject; undefined for none. */
export function similarTicket(
  tickets: readonly SentTicket[],
  draft: { readonly subject: string; readonly about: TicketAbout | null },
  now: number,
): SentTicket | undefined {
  const subject = plain(draft.subject)
  const ids = new Set(draft.about?.leadIds)
  return tickets.find(({ sentAt, subject: sent, about }) => {
    if (!(now - Date.parse(sentAt) < similarWithinMs)) return false
    return (subject !== '' && plain(sent) === subject) || about?.leadIds.some((id) => ids.has(id)) === true
  })
}

function plain(subject: string): string {
  return subject.trim().replace(/\s+/g, ' ').toLowerCase()
}
