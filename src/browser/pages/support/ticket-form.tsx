import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { limits } from '#contract/limits.ts'
import { ticketPriorities } from '#contract/vocabularies.ts'
import { useDisplay } from '#parts/display.tsx'
import { isSendKey, useDocumentKey } from '#parts/document-key.ts'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { WaitLine } from '#parts/failure/wait-line.tsx'
import { useServerNow } from '#parts/use-now.ts'
import { useRecentFailureIds } from '#queries/recent-failures.ts'
import { useReportLeads } from '#queries/report-leads.ts'
import { useStatus } from '#queries/status.ts'
import { useTickets } from '#queries/tickets.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { TextArea, TextInput } from '#ui/input.tsx'
import { Segmented } from '#ui/segmented.tsx'
import * as m from '#words/m.ts'
import type { NumberFormat } from '#words/number-format.ts'
import { priorityWord } from '#words/vocabulary-words.ts'
import { diagnosticLines } from './diagnostics.ts'
import { DiagnosticsBlock } from './diagnostics-block.tsx'
import { personalLines } from './personal-lines.ts'
import { SimilarLine } from './similar-line.tsx'
import { arrivedTicket, isOfAttempt, similarTicket } from './similar-ticket.ts'
import { messageOf, type TicketDraft, type TicketFault } from './ticket-draft.ts'
import type { Report } from './use-report.ts'
import { type TicketForm as Form, useTicketForm } from './use-ticket-form.ts'

interface TicketFormProps {
  /** What the address asks for and the form begins with; null for a ticket of one's own words. */
  readonly asked: Report | null
  /** The report that a draft names; null where there is none. */
  readonly reportOf: (leadId: string | null) => Report | null
  /** Told which failures the ticket at hand is about, null for none. */
  readonly onTurn: (leadId: string | null) => void
  /** Told when a ticket has gone. */
  readonly onSent: () => void
  /** Told when a ticket that had come back was thrown away. */
  readonly onDiscard: () => void
}

/** Writes one ticket: both limits counted live, everything that is sent shown before, sent once and by a person only. */
export function TicketForm({ asked, reportOf, onTurn, onSent, onDiscard }: TicketFormProps) {
  const { numbers } = useDisplay()
  /** The report of the ticket at hand as it was begun: its words and its leads belong together. */
  const [held, setHeld] = useState<Report | null>(null)
  /** For which report personal data is ticked: never carried to another ticket. */
  const [personalOf, setPersonalOf] = useState<string | null>(null)
  const isPersonal = (leadId: string | null) => leadId !== null && leadId === personalOf
  const personal = useReportLeads(held?.about.leadIds ?? [], isPersonal(held?.draft.reportOf ?? null))
  const general = useGeneralLines()
  const now = useServerNow(60_000)
  const ownOf = ({ reportOf: leadId }: TicketDraft) =>
    leadId !== null && held?.draft.reportOf === leadId ? held : reportOf(leadId)
  const partsOf = (draft: TicketDraft) => {
    const own = ownOf(draft)
    const names = isPersonal(draft.reportOf) ? personalLines(personal.leads) : []
    const lines = own === null ? general : [...own.lines, ...names, ...general]
    return { lines, diagnostics: lines.join('\n'), about: own?.about ?? null }
  }
  const ticket = useTicketForm(partsOf, asked?.draft)
  const { draft, faults, change, sentRef } = ticket
  const own = ownOf(draft)
  if (own?.draft.reportOf !== held?.draft.reportOf) {
    setHeld(own)
    setPersonalOf(null)
  }
  useTold(draft.reportOf, onTurn)
  const { lines, diagnostics, about } = partsOf(draft)
  const { data: tickets = [] } = useTickets(ticket.isUnknown)
  const arrived = ticket.isUnknown ? arrivedTicket(tickets, draft.subject, ticket.attemptedAt) : undefined
  useTold(arrived, (line) => line !== undefined && ticket.noteArrived(line.ref))
  useTold(sentRef, (ref) => ref !== null && onSent())
  const place = useRef<HTMLFormElement>(null)
  const count = (n: number, max: number) => ({ n: numbers.count(n), max: numbers.count(max) })
  const length = messageOf(draft, diagnostics).length
  const focusOn = (name: 'subject' | 'message') => place.current?.querySelector<HTMLElement>(`[name=${name}]`)?.focus()
  const send = () => {
    const first = ticket.send()
    if (first !== null) focusOn(first)
  }
  useDocumentKey(isSendKey, send)
  return (
    <form
      ref={place}
      noValidate
      className="flex min-w-0 flex-col gap-5 [&_:is(input,textarea,select)]:scroll-my-24"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {ticket.isOther && (
        <div role="status" className="flex flex-wrap items-center gap-x-4 rounded bg-sunken px-4 py-2">
          <span>{m.support_report_other()}</span>
          <Button
            look="link"
            onClick={() => {
              ticket.takeReport()
              focusOn('subject')
            }}
          >
            {m.support_report_take()}
          </Button>
        </div>
      )}
      {ticket.isRestored && !ticket.isOther && (
        <div role="status" className="flex flex-wrap items-center gap-x-4 rounded bg-sunken px-4 py-2">
          <span>{m.support_draft_back()}</span>
          <Button
            look="link"
            onClick={() => {
              ticket.discard()
              focusOn('subject')
              onDiscard()
            }}
          >
            {m.support_draft_drop()}
          </Button>
        </div>
      )}
      <Field
        label={m.support_subject()}
        error={faultText(faults.subject, numbers.count)}
        aside={m.lead_form_counter(count(draft.subject.trim().length, limits.subject))}
      >
        {(wiring) => (
          <TextInput
            {...wiring}
            name="subject"
            autoComplete="off"
            value={draft.subject}
            onChange={(event) => change({ subject: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-col items-start gap-1.5">
        <span aria-hidden="true" className="font-medium">
          {m.support_priority()}
        </span>
        <Segmented
          label={m.support_priority()}
          value={draft.priority}
          options={ticketPriorities.map((value) => ({ value, label: priorityWord(value) }))}
          onChange={(priority) => change({ priority })}
        />
      </div>
      <Field
        label={m.support_message()}
        error={faultText(faults.message, numbers.count)}
        aside={(draft.withDiagnostics && lines.length > 0 ? m.support_with_diagnostics : m.lead_form_counter)(
          count(length, limits.message),
        )}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            name="message"
            rows={7}
            value={draft.message}
            onChange={(event) => change({ message: event.target.value })}
          />
        )}
      </Field>
      <DiagnosticsBlock
        lines={lines}
        isSent={draft.withDiagnostics}
        onChange={(withDiagnostics) => change({ withDiagnostics })}
        personal={
          about === null || about.leadIds.length === 0
            ? null
            : {
                ...personal,
                isTicked: isPersonal(draft.reportOf),
                onTick: (isTicked) => setPersonalOf(isTicked ? draft.reportOf : null),
              }
        }
      />
      <SimilarLine
        ticket={similarTicket(
          // Of this very one, "unknown" is what there is to say.
          ticket.isUnknown ? tickets.filter((line) => !isOfAttempt(line, ticket.attemptedAt)) : tickets,
          { subject: draft.subject, about },
          now,
        )}
      />
      <Outcome ticket={ticket} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" look="primary" aria-disabled={ticket.isSending} className="aria-disabled:opacity-50">
          {ticket.isSending ? m.support_sending() : ticket.isUnknown ? m.support_send_anyway() : m.support_send()}
        </Button>
        <span className="text-ink-3">{m.support_never_twice()}</span>
      </div>
      <p role="status" className="font-medium text-good empty:hidden">
        {sentRef !== null && sentText(sentRef, ticket.wasFound)}
      </p>
    </form>
  )
}

/** Of every ticket, whatever it is about. */
function useGeneralLines(): readonly string[] {
  const { zone, isZoneKnown } = useDisplay()
  const { data: status } = useStatus()
  const requestIds = useRecentFailureIds()
  return diagnosticLines({ status, zone: isZoneKnown ? zone : null, requestIds })
}

/** Tells of a value once it is drawn, and again when it is another one. */
function useTold<T>(value: T, tell: (value: T) => unknown): void {
  const run = useEffectEvent(tell)
  useEffect(() => {
    run(value)
  }, [value])
}

function sentText(ref: string, wasFound: boolean): string {
  if (ref === '') return m.support_sent_plain()
  return wasFound ? m.support_arrived({ ref }) : m.support_sent({ ref })
}

/** How the last attempt ended where it did not end well. The person sends again, or does not. */
function Outcome({ ticket: { failure, isUnknown } }: { readonly ticket: Form }) {
  if (isUnknown) {
    return (
      <p role="alert" className="max-w-prose rounded bg-warn-soft p-4 font-medium text-warn">
        {m.support_unknown()}
      </p>
    )
  }
  if (failure === null) return null
  return (
    <div className="rounded border border-line-strong bg-surface p-4">
      {failure.kind === 'limited' ? <WaitLine until={failure.until} /> : <FailureFace failure={failure} />}
    </div>
  )
}

function faultText(fault: TicketFault | undefined, count: NumberFormat['count']): string | undefined {
  switch (fault?.kind) {
    case 'short':
      return fault.min === 1 ? m.support_message_empty() : m.support_short({ min: count(fault.min) })
    case 'long':
      return m.lead_form_fault_long({ max: count(fault.max), over: count(fault.over) })
    case 'together':
      return m.support_together({ over: count(fault.over) })
    default:
      return undefined
  }
}
