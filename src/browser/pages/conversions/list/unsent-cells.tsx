import { Link } from 'react-router'
import type { UnsentConversion } from '#contract/analytics.ts'
import { defaultEvent } from '#contract/default-events.ts'
import { adPlatforms, leadStatuses } from '#contract/vocabularies.ts'
import { instantMs } from '#parts/conversions/time-left.ts'
import { leftText } from '#parts/conversions/time-words.ts'
import { eventValue, type UnsentRow } from '#parts/conversions/unsent-rows.ts'
import { knownText, unknownText } from '#parts/figures/range-text.ts'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { Badge, type BadgeTone } from '#ui/badge.tsx'
import { classNames } from '#ui/class-names.ts'
import type { DateFormat } from '#words/date-format.ts'
import * as m from '#words/m.ts'
import { listMomentText } from '#words/moment-text.ts'
import type { NumberFormat } from '#words/number-format.ts'
import { platformWord, syncWord } from '#words/vocabulary-words.ts'

/** What every row needs and none looks up for itself. */
export interface CellFacts {
  readonly now: number
  readonly dates: DateFormat
  readonly numbers: NumberFormat
  /** True where a lead stands beside the list: event and last attempt give way. */
  readonly isNarrow: boolean
  readonly leadPlace: (id: string) => string
  /** The reference of the newest ticket about a lead; undefined for none. */
  readonly ticketOf: (leadId: string) => string | undefined
}

const tones: Readonly<Record<string, BadgeTone>> = { partial: 'warn', failed: 'bad' }

interface CellsProps {
  readonly row: UnsentRow
  readonly facts: CellFacts
}

/** What gives way where the table is narrow. */
export function spareClass(isNarrow: boolean): string {
  return isNarrow ? 'hidden' : 'max-xl:hidden'
}

/** One event in columns. */
export function WideCells({ row, facts }: CellsProps) {
  const { event } = row
  const { dates, now, isNarrow } = facts
  const spare = spareClass(isNarrow)
  return (
    <>
      <Code row={row} facts={facts} />
      <td className="flex min-w-0">
        <StatusMark status={event.status} />
      </td>
      <td className="truncate text-ink-2">{knownText(platformWord(event.adPlatform))}</td>
      <td className={classNames('truncate text-ink-2', spare)}>{eventWord(event)}</td>
      <td className="flex min-w-0 items-center gap-2">
        <SyncBadge state={event.conversionSyncStatus} />
        <TicketRef row={row} facts={facts} />
      </td>
      <td
        className={classNames('tabular truncate text-ink-3', spare)}
        title={dates.dateTime(event.lastConversionSyncAt)}
      >
        {knownText(listMomentText(instantMs(event.lastConversionSyncAt), now, dates))}
      </td>
      <TimeLeftCell row={row} facts={facts} />
      <td className="tabular truncate text-right">
        <Value row={row} facts={facts} />
      </td>
    </>
  )
}

/** The same in two lines, for a phone. */
export function PhoneCells({ row, facts }: CellsProps) {
  const { event } = row
  return (
    <>
      <Code row={row} facts={facts} />
      <td className="flex justify-end">
        <SyncBadge state={event.conversionSyncStatus} />
      </td>
      <td className="flex min-w-0 items-center gap-1.5 text-xs text-ink-2">
        <StatusMark status={event.status} />
        <span className="truncate">· {knownText(platformWord(event.adPlatform))}</span>
        <TicketRef row={row} facts={facts} />
      </td>
      <td className="tabular truncate text-right text-xs text-ink-3">
        <Value row={row} facts={facts} />
      </td>
      <TimeLeftCell row={row} facts={facts} className="col-span-2 text-xs" />
    </>
  )
}

function Code({ row: { event }, facts }: CellsProps) {
  return (
    <th scope="row" className="min-w-0 text-left font-medium">
      <Link to={facts.leadPlace(event.leadId)} tabIndex={-1} className="block truncate after:absolute after:inset-0">
        {event.uniqueCode || event.leadId.slice(0, 13)}
      </Link>
    </th>
  )
}

function TicketRef({ row, facts }: CellsProps) {
  const ref = facts.ticketOf(row.event.leadId)
  return ref === undefined ? null : <span className="tabular truncate text-xs text-ink-3">{ref}</span>
}

function TimeLeftCell({ row, facts, className }: CellsProps & { readonly className?: string }) {
  const { left, lead, happenedBy } = row
  const { dates } = facts
  const from = dates.dateTime(instantMs(lead?.createdAt))
  const to = dates.dateTime(happenedBy)
  const isSoon = left.kind === 'left' && left.isSoon
  const when = to === '' ? undefined : from === '' ? m.conversions_by({ to }) : m.conversions_between({ from, to })
  const why = isSoon ? [m.conversions_soon_why(), when].join(' ') : when
  const isUrgent = left.kind === 'late' || isSoon
  return (
    <td
      className={classNames(
        'tabular truncate',
        isUrgent ? 'font-medium text-bad' : left.kind === 'open' && 'text-ink-3',
        className,
      )}
      title={why}
    >
      {left.kind === 'open' ? m.conversions_no_window() : knownText(leftText(row, facts.numbers))}
      {why !== undefined && <span className="sr-only"> {why}</span>}
    </td>
  )
}

function Value({ row, facts }: CellsProps) {
  if (row.lead === undefined) return <span className="text-ink-3">{m.conversions_not_loaded()}</span>
  return knownText(facts.numbers.money(eventValue(row.lead)))
}

/** The default event; "none" only where both status and platform are known to have none. */
function eventWord({ status, adPlatform }: UnsentConversion): string {
  const isKnown = leadStatuses.some((one) => one === status) && adPlatforms.some((one) => one === adPlatform)
  return defaultEvent(status, adPlatform) ?? (isKnown ? m.conversions_no_event() : unknownText)
}

function SyncBadge({ state }: { readonly state: string | null | undefined }) {
  const tone = state == null || !Object.hasOwn(tones, state) ? undefined : tones[state]
  return <Badge tone={tone ?? 'neutral'}>{knownText(syncWord(state))}</Badge>
}
