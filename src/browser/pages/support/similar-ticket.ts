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

/** Two clocks, and a header that counts whole seconds, in milliseconds. */
const clockNoiseMs = 5000

/** True for what may be the line of an attempt to send. `attemptedAt`: epoch ms by the server's clock; null where nobody kept it. */
export function isOfAttempt({ sentAt }: SentTicket, attemptedAt: number | null): boolean {
  return attemptedAt !== null && Date.parse(sentAt) >= attemptedAt - clockNoiseMs
}

/** The line that tells that an attempt arrived after all; undefined while none does. */
export function arrivedTicket(
  tickets: readonly SentTicket[],
  subject: string,
  attemptedAt: number | null,
): SentTicket | undefined {
  return tickets.find(
    (line) => line.outcome === 'sent' && plain(line.subject) === plain(subject) && isOfAttempt(line, attemptedAt),
  )
}

function plain(subject: string): string {
  return subject.trim().replace(/\s+/g, ' ').toLowerCase()
}
