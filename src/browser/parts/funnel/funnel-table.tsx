import { type CSSProperties, type ReactNode, useState } from 'react'
import type { Period } from '#queries/period.ts'
import { FunnelBars } from '#ui/charts/funnel-bars.tsx'
import { classNames } from '#ui/class-names.ts'
import * as m from '#words/m.ts'
import type { NumberFormat } from '#words/number-format.ts'
import { PageLink } from '../access/page-link.tsx'
import { useDisplay } from '../display.tsx'
import { countRangeText, knownText, percentRange, unknownText } from '../figures/range-text.ts'
import { leadsLink } from '../filter/leads-link.ts'
import { StatusMark } from '../lead/status-mark.tsx'
import { useWide } from '../use-wide.ts'
import { type FunnelMode, type FunnelRow, fullBar, funnelRows } from './funnel-rows.ts'
import type { Bounds, Funnel } from './funnel-steps.ts'
import { RowTip } from './row-tip.tsx'

interface FunnelTableProps {
  readonly funnel: Funnel
  readonly mode: FunnelMode
  readonly showsVisits: boolean
  readonly period: Period
  /** The funnel of the previous period, drawn hollow; null where none is shown. */
  readonly previous?: Funnel | null
  /** Lower rows and no step rates, for a place among others. */
  readonly isCompact?: boolean
}

/** Pixels; a phone has the bar under the words. The head keeps its height, or the bars would not meet their rows. */
const sizes = {
  wide: { row: 40, bar: 28 },
  compact: { row: 27, bar: 18 },
  phone: { row: 48, bar: 12 },
} as const
/** How far beneath the middle of its row a bar lies on a phone. */
const phoneShift = 11

const columns = {
  short: 'grid-cols-[minmax(0,1fr)_auto_4.5rem] md:grid-cols-[8.5rem_minmax(0,1fr)_max(6.5rem,var(--count))_4.5rem]',
  full: 'grid-cols-[minmax(0,1fr)_auto_4.5rem_4.5rem] md:grid-cols-[8.5rem_minmax(0,1fr)_max(7.5rem,var(--count))_6.5rem_5.5rem]',
  shortCompared:
    'grid-cols-[minmax(0,1fr)_auto_4.5rem] md:grid-cols-[8.5rem_minmax(0,1fr)_max(6.5rem,var(--count))_max(6rem,var(--count))_4.5rem]',
  fullCompared:
    'grid-cols-[minmax(0,1fr)_auto_5.5rem] md:grid-cols-[8.5rem_minmax(0,1fr)_max(7.5rem,var(--count))_max(7rem,var(--count))_6.5rem_5.5rem]',
} as const

/** The funnel as one table whose rows carry their bars: every number that a bar shows stands beside it. */
export function FunnelTable(props: FunnelTableProps) {
  const { funnel, mode, showsVisits, period, previous = null, isCompact = false } = props
  const isWide = useWide()
  const { numbers } = useDisplay()
  const [pointed, setPointed] = useState<string | null>(null)
  const rows = funnelRows(funnel, mode, showsVisits, previous)
  const isCompared = previous !== null
  // Beside a previous period a phone has room for no third number: the tip has it.
  const isRoomy = isWide || !isCompared
  const hasMiddle = isRoomy && !isCompact && (mode === 'reached' || showsVisits)
  const hasShare = isRoomy
  const grid = classNames(
    'grid items-center gap-x-2 md:gap-x-3',
    hasMiddle || (isCompared && !isCompact)
      ? columns[isCompared ? 'fullCompared' : 'full']
      : columns[isCompared ? 'shortCompared' : 'short'],
  )
  const size = isWide ? (isCompact ? sizes.compact : sizes.wide) : sizes.phone
  return (
    <div className="relative" style={countWidth(rows, numbers)}>
      <table className="block">
        <thead className="block">
          <tr className={classNames(grid, 'h-8 text-xs text-ink-3')}>
            <th scope="col" className="text-left font-normal">
              <span className="sr-only">{m.funnel_stage()}</span>
            </th>
            <Head title={mode === 'reached' ? m.funnel_count_reached_title() : undefined} className="md:col-start-3">
              {mode === 'reached' ? m.funnel_count_reached() : m.funnel_count_now()}
            </Head>
            {isCompared && <Head>{m.funnel_before()}</Head>}
            {hasMiddle && <Head>{mode === 'reached' ? m.funnel_from_previous() : m.funnel_with_visits()}</Head>}
            {hasShare && <Head>{m.funnel_of_leads()}</Head>}
          </tr>
        </thead>
        <tbody className="block">
          {rows.map((row) => (
            <tr
              key={row.status}
              className={classNames(grid, 'group relative max-md:items-start')}
              style={{ height: size.row }}
              onPointerEnter={() => setPointed(row.status)}
              onPointerLeave={() => setPointed(null)}
              onFocus={() => setPointed(row.status)}
              onBlur={() => setPointed(null)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setPointed(null)
              }}
            >
              <th scope="row" className="flex min-w-0 text-left font-normal">
                <RowName row={row} period={period} />
                {pointed === row.status && <RowTip row={row} mode={mode} />}
              </th>
              <Cell className="md:col-start-3">
                <CountRange count={row.count} />
              </Cell>
              {isCompared && <Cell className="text-ink-3">{countRangeText(row.before ?? null, numbers)}</Cell>}
              {hasMiddle && <MiddleCell row={row} mode={mode} />}
              {hasShare && <ShareCell row={row} mode={mode} />}
            </tr>
          ))}
        </tbody>
      </table>
      <div
        className={classNames('pointer-events-none absolute inset-x-0 top-8', isWide && grid)}
        style={isWide ? undefined : { transform: `translateY(${phoneShift}px)` }}
      >
        <div className="min-w-0 md:col-start-2">
          <FunnelBars
            bars={rows.map((row) => row.bar)}
            full={fullBar(rows)}
            rowHeight={size.row}
            barHeight={size.bar}
          />
        </div>
      </div>
    </div>
  )
}

/** Every row is a grid of its own: the longest count makes the width of all. */
function countWidth(rows: readonly FunnelRow[], numbers: NumberFormat): CSSProperties {
  const texts = rows.flatMap(({ count, before }) => [count, before ?? null].map((one) => countRangeText(one, numbers)))
  return { '--count': `${Math.max(...texts.map((text) => text.length))}ch` } as CSSProperties
}

interface CellProps {
  readonly children: ReactNode
  readonly className?: string
  readonly title?: string
}

function Head({ children, className, title }: CellProps) {
  return (
    <th scope="col" title={title} className={classNames('text-right leading-4 font-normal', className)}>
      {children}
    </th>
  )
}

function Cell({ children, className }: CellProps) {
  return <td className={classNames('tabular text-right whitespace-nowrap', className)}>{children}</td>
}

/** A status that the API can filter by leads to its leads, by the whole row. */
function RowName({ row, period }: { readonly row: FunnelRow; readonly period: Period }) {
  const mark = <StatusMark status={row.status} />
  if (row.linked === undefined) return mark
  return (
    <PageLink
      to={leadsLink(period, { status: row.linked })}
      className="flex min-w-0 group-hover:underline after:absolute after:inset-0"
    >
      {mark}
    </PageLink>
  )
}

function CountRange({ count }: { readonly count: Bounds | null }) {
  const { numbers } = useDisplay()
  if (count === null) return <span className="text-ink-3">{unknownText}</span>
  return (
    <>
      <span className="font-semibold">{numbers.count(count.low)}</span>
      {count.high > count.low && <span className="text-ink-3">–{numbers.count(count.high)}</span>}
    </>
  )
}

function MiddleCell({ row, mode }: { readonly row: FunnelRow; readonly mode: FunnelMode }) {
  const { numbers } = useDisplay()
  // The first stage has no step before it, and visits are not on the way: nothing is unknown there.
  const isOutside = mode === 'reached' && (row.isVisits || row.status === 'new')
  const text = mode === 'reached' ? percentRange(row.fromPrevious, numbers) : knownText(numbers.percent(row.ofAll, 2))
  return <Cell className="text-ink-2">{isOutside ? null : text}</Cell>
}

function ShareCell({ row, mode }: { readonly row: FunnelRow; readonly mode: FunnelMode }) {
  const { numbers } = useDisplay()
  const text = row.isVisits ? null : percentRange(row.ofLeads, numbers, mode === 'reached' ? 0 : 1)
  return <Cell className="text-ink-3">{text}</Cell>
}
