import { AsyncView } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { unknownText } from '#parts/figures/range-text.ts'
import { useTickets } from '#queries/tickets.ts'
import * as m from '#words/m.ts'
import { priorityWord } from '#words/vocabulary-words.ts'

/** The tickets this dashboard sent, newest first: the API itself cannot list any. */
export function Ledger() {
  const view = useTickets()
  const { dates } = useDisplay()
  return (
    <section className="min-w-0">
      <h2 className="mb-1 text-sm font-semibold">{m.support_ledger()}</h2>
      <AsyncView
        view={view}
        isEmpty={(tickets) => tickets.length === 0}
        empty={<p className="py-2 text-ink-3">{m.support_ledger_empty()}</p>}
      >
        {(tickets) => (
          <div className="overflow-x-auto">
            <table className="w-full text-left">
              <thead className="sr-only">
                <tr>
                  <th scope="col">{m.support_ref()}</th>
                  <th scope="col">{m.support_subject()}</th>
                  <th scope="col">{m.support_priority()}</th>
                  <th scope="col">{m.support_sent_at()}</th>
                </tr>
              </thead>
              <tbody>
                {tickets.map((ticket) => (
                  <tr key={`${ticket.sentAt} ${ticket.subject}`} className="border-b border-line align-baseline">
                    <td className="tabular py-2.5 pr-4 font-medium whitespace-nowrap">
                      {ticket.ref ?? (ticket.outcome === 'unknown' ? <Unknown /> : unknownText)}
                    </td>
                    <td className="w-full min-w-40 py-2.5 pr-4">{ticket.subject}</td>
                    <td className="py-2.5 pr-4 whitespace-nowrap text-ink-2">{priorityWord(ticket.priority)}</td>
                    <td className="tabular py-2.5 text-right whitespace-nowrap text-ink-3">
                      {dates.dateTime(ticket.sentAt)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </AsyncView>
      <p className="mt-2 text-xs text-ink-3">{m.support_ledger_note()}</p>
    </section>
  )
}

function Unknown() {
  return <span className="font-normal text-warn">{m.support_ref_unknown()}</span>
}
