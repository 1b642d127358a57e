import type { SentTicket } from '#contract/sent-ticket.ts'
import { useDisplay } from '#parts/display.tsx'
import * as m from '#words/m.ts'

/** Warns before the same is asked twice; whether it is, a person decides. */
export function SimilarLine({ ticket }: { readonly ticket: SentTicket | undefined }) {
  const { dates } = useDisplay()
  const time = dates.dateTime(ticket?.sentAt)
  return (
    <p role="status" className="max-w-prose rounded bg-warn-soft px-4 py-2.5 text-warn empty:hidden">
      {ticket !== undefined &&
        (ticket.ref === null ? m.support_similar_unknown({ time }) : m.support_similar({ time, ref: ticket.ref }))}
    </p>
  )
}
