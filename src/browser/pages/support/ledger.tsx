import type { SentTicket } from '#contract/sent-ticket.ts'
import { AsyncView } from '#parts/async-view.tsx'
import { hasSynced } from '#parts/conversions/ticket-book.ts'
import { useDisplay } from '#parts/display.tsx'
import { unknownText } from '#parts/figures/range-text.ts'
import { CopyButton } from '#parts/lead-panel/copy-button.tsx'
import { useTickets } from '#queries/tickets.ts'
import { useQuietUnsent } from '#queries/unsent-conversions.ts'
import * as m from '#words/m.ts'
import { platformWord, priorityWord } from '#words/vocabulary-words.ts'
import { TicketLeads } from './ticket-leads.tsx'

/** The tickets this dashboard sent, newest first: the API itself cannot list any. */
export function Ledger() {
  const view = useTickets()
  const { data: list } = useQuietUnsent()
  const unsent = list === undefined ? null : new Set(list.map(({ leadId }) => leadId))
  return (
    <section className="min-w-0">
      <h2 className="mb-1 text-sm font-semibold">{m.support_ledger()}</h2>
      <AsyncView
        view={view}
        isEmpty={(tickets) => tickets.length === 0}
        empty={<p className="py-2 text-ink-3">{m.support_ledger_empty()}</p>}
      >
        {(tickets) => (
          <ul>
            {tickets.map((ticket) => (
              <TicketLine key={`${ticket.sentAt} ${ticket.subject}`} ticket={ticket} unsent={unsent} />
            ))}
          </ul>
        )}
      </AsyncView>
      <p className="mt-2 text-xs text-ink-3">{m.support_ledger_note()}</p>
    </section>
  )
}

interface TicketLineProps {
  readonly ticket: SentTicket
  /** Leads with an undelivered event; null while nobody knows. */
  readonly unsent: ReadonlySet<string> | null
}

function TicketLine({ ticket, unsent }: TicketLineProps) {
  const { dates } = useDisplay()
  const { ref, outcome, subject, priority, sentAt, about } = ticket
  const isSynced = unsent !== null && hasSynced(ticket, unsent) === true
  return (
    <li className="border-b border-line py-2.5">
      <div className="flex flex-wrap items-center gap-x-2">
        <span className="tabular font-medium whitespace-nowrap">
          <span className="sr-only">{m.support_ref()} </span>
          {ref ?? (outcome === 'unknown' ? <Unknown /> : unknownText)}
        </span>
        {ref !== null && <CopyButton text={ref} label={m.support_ref()} />}
        <span className="ml-auto text-xs whitespace-nowrap text-ink-2">{priorityWord(priority)}</span>
        <time dateTime={sentAt} className="tabular text-xs whitespace-nowrap text-ink-3">
          <span className="sr-only">{m.support_sent_at()} </span>
          {dates.dateTime(sentAt)}
        </time>
      </div>
      <p className="wrap-anywhere">{subject}</p>
      {about !== undefined && (
        <div className="flex flex-wrap items-start gap-x-2 text-xs text-ink-3">
          {about.platform !== null && (
            <span>
              <span className="sr-only">{m.support_platform()} </span>
              {platformWord(about.platform)}
            </span>
          )}
          <TicketLeads ids={about.leadIds} />
          {isSynced && <span className="text-good">{m.support_synced()}</span>}
        </div>
      )}
    </li>
  )
}

function Unknown() {
  return <span className="font-normal text-warn">{m.support_ref_unknown()}</span>
}
