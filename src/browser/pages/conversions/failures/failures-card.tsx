import { useState } from 'react'
import { Link } from 'react-router'
import type { SentTicket } from '#contract/sent-ticket.ts'
import { type FailureGroup, hasPartly } from '#parts/conversions/failure-groups.ts'
import { reportPlace } from '#parts/conversions/report-place.ts'
import { hasSynced, type TicketIndex, ticketIndex, ticketOfGroup } from '#parts/conversions/ticket-book.ts'
import { useDisplay } from '#parts/display.tsx'
import { knownText } from '#parts/figures/range-text.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import * as m from '#words/m.ts'
import { momentText } from '#words/moment-text.ts'
import { platformName } from '../platforms/platform-name.ts'
import { orderGroups } from './order-groups.ts'

interface FailuresCardProps {
  readonly groups: readonly FailureGroup[]
  /** Platforms that raise an alarm. */
  readonly alarmed: ReadonlySet<string>
  readonly tickets: readonly SentTicket[]
  /** Leads with an undelivered event, of all platforms. */
  readonly unsent: ReadonlySet<string>
  readonly now: number
}

/** So long after it was sent, a ticket whose events have arrived is still told of, in milliseconds. */
const toldForMs = 7 * 24 * 3_600_000

/** What failed, by platform and since when, each one press away from a ticket: the API itself can retry nothing. */
export function FailuresCard({ groups, alarmed, tickets, unsent, now }: FailuresCardProps) {
  const { numbers } = useDisplay()
  const [showsAll, setShowsAll] = useState(false)
  const syncedText = useSyncedText()
  const synced = tickets.filter((one) => now - Date.parse(one.sentAt) < toldForMs && hasSynced(one, unsent) === true)
  if (groups.length === 0 && synced.length === 0) return null
  const index = ticketIndex(tickets)
  const reported = new Set(tickets.flatMap(({ about }) => about?.leadIds ?? []))
  const { first, rest } = orderGroups(
    groups,
    ({ platform, isFailingNow }) => isFailingNow && alarmed.has(platform),
    ({ rows }) => rows.some(({ event }) => reported.has(event.leadId)),
  )
  const shown = showsAll ? [...first, ...rest] : first
  return (
    <section className="rounded-lg border border-line bg-surface px-4 py-3">
      <header className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="font-semibold">{m.conversions_failures()}</h2>
        <p className="text-xs text-ink-3">{m.conversions_failures_note()}</p>
      </header>
      <ul className="mt-1">
        {shown.map((group) => (
          <GroupLine key={group.id} group={group} index={index} now={now} />
        ))}
      </ul>
      {synced.map(({ ref, sentAt, about }) => (
        <p key={sentAt} className="tabular py-1 text-xs text-good">
          {syncedText({ ref, sentAt, about })}
        </p>
      ))}
      {rest.length > 0 && (
        <Button look="link" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? m.conversions_fewer_groups() : m.conversions_more_groups({ n: numbers.count(rest.length) })}
        </Button>
      )}
    </section>
  )
}

const lineWords = {
  failed: { dated: m.conversions_failure_line, undated: m.conversions_failure_line_undated },
  partly: { dated: m.conversions_failure_line_partly, undated: m.conversions_failure_line_partly_undated },
} as const

interface GroupLineProps {
  readonly group: FailureGroup
  readonly index: TicketIndex
  readonly now: number
}

function GroupLine({ group, index, now }: GroupLineProps) {
  const { dates, numbers } = useDisplay()
  const n = numbers.count(group.rows.length)
  const time = momentText(group.since, now, dates)
  const words = hasPartly(group) ? lineWords.partly : lineWords.failed
  const last = knownText(momentText(group.lastAttempt, now, dates))
  const found = ticketOfGroup(index, group)
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line py-1.5 first:border-t-0">
      <div className="min-w-0">
        <span className="font-medium">{platformName(group.platform)}</span>{' '}
        <span className="tabular text-ink-2">
          {time === '' ? words.undated({ n, last }) : words.dated({ n, time, last })}
        </span>
        {found !== null && <ReportedLine found={found} />}
      </div>
      <Link to={reportPlace(group)} className={buttonClass('link')}>
        {found === null ? m.conversions_report({ n }) : m.conversions_report_again()}
        <span className="sr-only"> ({reportOfText(group.platform, time)})</span>
      </Link>
    </li>
  )
}

function reportOfText(platform: string, time: string): string {
  return time === '' ? platformName(platform) : m.conversions_report_of({ platform: platformName(platform), time })
}

function ReportedLine({ found }: { readonly found: NonNullable<ReturnType<typeof ticketOfGroup>> }) {
  const { dates, numbers } = useDisplay()
  const { ticket, unreported } = found
  const time = dates.dateTime(ticket.sentAt)
  const text = () => {
    if (ticket.ref === null) return m.conversions_reported_unknown({ time })
    if (unreported === 0) return m.conversions_reported({ time, ref: ticket.ref })
    return m.conversions_reported_part({ time, ref: ticket.ref, n: numbers.count(unreported) })
  }
  return <p className="tabular text-xs text-ink-3">{text()}</p>
}

/** All of a ticket's events have left the list: told by its reference, or by its time where it has none. */
function useSyncedText(): (ticket: Pick<SentTicket, 'ref' | 'sentAt' | 'about'>) => string {
  const { dates, numbers } = useDisplay()
  return ({ ref, sentAt, about }) => {
    const n = numbers.count(about?.leadIds.length)
    if (ref === null) return m.conversions_ticket_since({ time: dates.dateTime(sentAt), n })
    return about?.leadIds.length === 1
      ? m.conversions_reported_since_one({ ref })
      : m.conversions_reported_since({ ref, n })
  }
}
