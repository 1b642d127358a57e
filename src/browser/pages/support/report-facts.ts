import { type DeliveryWindows, windowHours } from '#contract/delivery-windows.ts'
import { type TicketAbout, ticketLeadLimit } from '#contract/sent-ticket.ts'
import { pathId } from '#contract/text-schemas.ts'
import type { UnsentSeen } from '#contract/unsent-seen.ts'
import type { FailureGroup } from '#parts/conversions/failure-groups.ts'
import type { DateFormat } from '#words/date-format.ts'

/** Codes named in a ticket; the rest is counted. */
const codesNamed = 100

/** What the ledger remembers a report by. */
export function aboutOf({ platform, rows }: FailureGroup): TicketAbout {
  const ids = rows.map(({ event }) => event.leadId).filter((id) => pathId().safeParse(id).success)
  return { platform: platform === '' ? null : platform, leadIds: ids.slice(0, ticketLeadLimit) }
}

interface ReportFacts {
  readonly group: FailureGroup
  readonly windows: DeliveryWindows
  readonly watchingSince: UnsentSeen['watchingSince']
  readonly dates: DateFormat
  /** Of the answer that held the list. */
  readonly requestId: string | null
}

/**
 * The lines about a group of failures, in English because they are for support. Made of the list of undelivered events alone,
 * which knows no name, phone or mail.
 */
export function reportLines({ group, windows, watchingSince, dates, requestId }: ReportFacts): readonly string[] {
  const { platform, rows, since, lastAttempt } = group
  const codes = rows.map(({ event }) => event.uniqueCode || event.leadId)
  const more = codes.length - codesNamed
  const states = [...new Set(rows.map(({ event }) => event.conversionSyncStatus ?? 'unknown'))].map((state) => {
    const count = rows.filter(({ event }) => (event.conversionSyncStatus ?? 'unknown') === state).length
    return `${state} ${count}`
  })
  const hours = windowHours(platform, windows)
  const at = (moment: number | null) => dates.dateTime(moment)
  return [
    `Leads ${codes.slice(0, codesNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    [`Platform ${platform === '' ? 'unknown' : platform}`, ...states, `of ${rows.length}`].join(' · '),
    [
      since === null ? '' : `First seen by ${at(since)}`,
      lastAttempt === null ? '' : `last attempt ${at(lastAttempt)}`,
      watchingSince === null ? '' : `watched since ${at(watchingSince)}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
    requestId === null ? '' : `List of undelivered events: request id ${requestId}`,
    hours === null ? '' : `Events older than ${hours} h count as refused`,
  ].filter((line) => line !== '')
}
