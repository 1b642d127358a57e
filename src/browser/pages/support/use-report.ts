import type { TicketAbout } from '#contract/sent-ticket.ts'
import { failingNow } from '#parts/conversions/failing-now.ts'
import { type FailureGroup, failureGroups, hasPartly } from '#parts/conversions/failure-groups.ts'
import { urgencyOf } from '#parts/conversions/unsent-rows.ts'
import { useUnsentRows } from '#parts/conversions/use-unsent.ts'
import { type Display, useDisplay } from '#parts/display.tsx'
import { useUnsentConversions } from '#queries/unsent-conversions.ts'
import * as m from '#words/m.ts'
import { platformWord } from '#words/vocabulary-words.ts'
import { aboutOf, reportLines } from './report-facts.ts'
import { emptyTicket, type TicketDraft } from './ticket-draft.ts'

/** A ticket about failures, as far as it can be written beforehand. */
export interface Report {
  readonly draft: TicketDraft
  readonly about: TicketAbout
  /** Diagnostics; without anything personal. */
  readonly lines: readonly string[]
}

export type ReportState =
  | { readonly kind: 'none' | 'pending' | 'gone' | 'failed' }
  | { readonly kind: 'ready'; readonly report: Report }

/** Reports by a lead of their failures; each written from what is known of them now. The list is read while `isAsked`. */
export function useReports(isAsked: boolean): (leadId: string | null) => ReportState {
  const list = useUnsentConversions(isAsked)
  const { rows, watch, windows, now } = useUnsentRows(list)
  const display = useDisplay()
  const groups = rows === undefined ? undefined : failureGroups(rows, failingNow(rows, watch, now))
  return (leadId) => {
    if (leadId === null) return { kind: 'none' }
    if (groups === undefined) return { kind: list.failure === null ? 'pending' : 'failed' }
    const group = groups.find((one) => one.rows.some(({ event }) => event.leadId === leadId))
    if (group === undefined) return { kind: 'gone' }
    const lines = reportLines({
      group,
      windows,
      watchingSince: watch.watchingSince,
      dates: display.dates,
      requestId: list.requestId ?? null,
    })
    return { kind: 'ready', report: { draft: draftOf(group, leadId, display), about: aboutOf(group), lines } }
  }
}

/** The whole date: who reads it reads it another day. An event that may soon be too late makes it urgent to read. */
function draftOf(group: FailureGroup, leadId: string, { dates, numbers }: Display): TicketDraft {
  const time = dates.dateTime(group.since)
  const facts = { n: numbers.count(group.rows.length), platform: platformWord(group.platform) }
  return {
    ...emptyTicket,
    reportOf: leadId,
    priority: urgencyOf(group.rows).soon > 0 ? 'high' : 'normal',
    ...(hasPartly(group) ? partlyWords(facts, time) : failedWords(facts, time)),
  }
}

interface Facts {
  readonly n: string
  readonly platform: string
}

function failedWords(facts: Facts, time: string): Pick<TicketDraft, 'subject' | 'message'> {
  return time === ''
    ? { subject: m.support_report_subject_undated(facts), message: m.support_report_message_undated(facts) }
    : { subject: m.support_report_subject({ ...facts, time }), message: m.support_report_message({ ...facts, time }) }
}

/** An event of which a part arrived was not refused. */
function partlyWords(facts: Facts, time: string): Pick<TicketDraft, 'subject' | 'message'> {
  if (time === '') {
    return {
      subject: m.support_report_subject_partly_undated(facts),
      message: m.support_report_message_partly_undated(facts),
    }
  }
  return {
    subject: m.support_report_subject_partly({ ...facts, time }),
    message: m.support_report_message_partly({ ...facts, time }),
  }
}
