import { Link } from 'react-router'
import type { UnsentConversion } from '#contract/analytics.ts'
import { defaultEvent } from '#contract/default-events.ts'
import { adPlatforms, leadStatuses } from '#contract/vocabularies.ts'
import { useDisplay } from '#parts/display.tsx'
import { knownText, unknownText } from '#parts/figures/range-text.ts'
import { StatusMark } from '#parts/lead/status-mark.tsx'
import { useNow } from '#parts/use-now.ts'
import { Badge, type BadgeTone } from '#ui/badge.tsx'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import { platformWord, syncWord } from '#words/vocabulary-words.ts'

const grid = 'grid items-center gap-x-3 px-4 grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]'
const wideGrid =
  'md:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_minmax(0,.8fr)_minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)]'

const tones: Readonly<Record<string, BadgeTone>> = { partial: 'warn', failed: 'bad' }

/** One row an event; the whole row opens its lead. A phone puts platform, event and last attempt under the code. */
export function UnsentTable({ rows }: { readonly rows: readonly UnsentConversion[] }) {
  const now = useNow(60_000)
  return (
    <table className="block">
      <thead className="block max-md:sr-only">
        <tr className={classNames(grid, wideGrid, 'h-9 text-xs text-ink-3')}>
          {[
            m.conversions_lead(),
            m.field_status(),
            m.conversions_platform(),
            m.conversions_event(),
            m.conversions_sync(),
            m.conversions_last_attempt(),
          ].map((name) => (
            <th key={name} scope="col" className="text-left font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block">
        {rows.map((row) => (
          <UnsentRow key={row.leadId} row={row} now={now} />
        ))}
      </tbody>
    </table>
  )
}

function UnsentRow({ row, now }: { readonly row: UnsentConversion; readonly now: number }) {
  const { dates } = useDisplay()
  const platform = knownText(platformWord(row.adPlatform))
  const event = eventWord(row)
  const attempt = knownText(dates.ago(row.lastConversionSyncAt, now))
  return (
    <tr className={classNames(grid, wideGrid, 'relative min-h-10 border-t border-line py-1.5 hover:bg-sunken')}>
      <th scope="row" className="min-w-0 text-left font-medium">
        <Link
          to={`/leads/${encodeURIComponent(row.leadId)}`}
          className="block truncate after:absolute after:inset-0 pointer-coarse:py-2.5"
        >
          {row.uniqueCode || row.leadId.slice(0, 13)}
        </Link>
      </th>
      <td className="flex min-w-0">
        <StatusMark status={row.status} />
      </td>
      <td className="truncate text-ink-2 max-md:hidden">{platform}</td>
      <td className="truncate text-ink-2 max-md:hidden">{event}</td>
      <td className="flex">
        <SyncBadge state={row.conversionSyncStatus} />
      </td>
      <td className="tabular truncate text-ink-3 max-md:hidden" title={dates.dateTime(row.lastConversionSyncAt)}>
        {attempt}
      </td>
      <td className="col-span-3 truncate text-xs text-ink-3 md:hidden">
        {platform} · {event} · {attempt}
      </td>
    </tr>
  )
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
