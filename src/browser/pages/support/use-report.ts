import type { TicketAbout } from '#contract/sent-ticket.ts'
import { type FailureGroup, failureGroups } from '#parts/conversions/failure-groups.ts'
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
  const { rows, watch, windows } = useUnsentRows(list)
  const display = useDisplay()
  const groups = rows === undefined ? undefined : failureGroups(rows)
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
    subject: time === '' ? m.support_report_subject_undated(facts) : m.support_report_subject({ ...facts, time }),
    message: time === '' ? m.support_report_message_undated(facts) : m.support_report_message({ ...facts, time }),
  }
}
