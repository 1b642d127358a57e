import type { Ref, RefObject } from 'react'
import type { UnsentRow } from '#parts/conversions/unsent-rows.ts'
import { useWide } from '#parts/use-wide.ts'
import { classNames } from '#ui/class-names.ts'
import type { DataTableHandle } from '#ui/data-table/data-table.tsx'
import { PageRows } from '#ui/data-table/page-rows.tsx'
import * as m from '#words/m.ts'
import { type CellFacts, PhoneCells, spareClass, WideCells } from './unsent-cells.tsx'

const narrowGrid =
  'grid items-center gap-x-3 px-4 grid-cols-[minmax(0,1.2fr)_minmax(0,1.1fr)_minmax(0,.8fr)_minmax(0,1.2fr)_minmax(0,1.4fr)_minmax(0,1.1fr)]'
// A media query, not a container's: with one, each row that comes into sight would cost a second round of styles.
const wideGrid = `${narrowGrid} xl:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)_minmax(0,.75fr)_minmax(0,1.25fr)_minmax(0,1.35fr)_minmax(0,.9fr)_minmax(0,1.35fr)_minmax(0,1fr)]`
const phoneGrid = 'grid grid-cols-[minmax(0,1fr)_auto] content-center gap-x-3 gap-y-0.5 px-4'

/** Pixels: one line of text, or three. */
const rowHeights = { wide: 40, phone: 76 } as const

interface UnsentTableProps {
  readonly ref: Ref<DataTableHandle>
  readonly rows: readonly UnsentRow[]
  readonly facts: CellFacts
  readonly scroller: RefObject<HTMLElement | null>
  readonly activeId: string | null
  readonly openId: string | null
  readonly onActiveChange: (id: string) => void
  readonly onOpen: (id: string) => void
}

/** One row an event; the whole row opens its lead. Thousands scroll as a hundred do. */
export function UnsentTable({
  ref,
  rows,
  facts,
  scroller,
  activeId,
  openId,
  onActiveChange,
  onOpen,
}: UnsentTableProps) {
  const isWide = useWide()
  const Cells = isWide ? WideCells : PhoneCells
  const columns = facts.isNarrow ? narrowGrid : wideGrid
  const spare = spareClass(facts.isNarrow)
  return (
    <table
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows take the focus and keys move between them
      role="grid"
      aria-label={m.conversions_list()}
      aria-rowcount={rows.length + 1}
      className="block"
    >
      <thead className="block max-md:sr-only">
        {isWide ? (
          <tr aria-rowindex={1} className={classNames(columns, 'h-9 text-xs text-ink-3')}>
            <Head name={m.conversions_lead()} />
            <Head name={m.field_status()} />
            <Head name={m.conversions_platform()} />
            <Head name={m.conversions_event()} className={spare} />
            <Head name={m.conversions_sync()} />
            <Head name={m.conversions_last_attempt()} className={spare} />
            <Head name={m.conversions_time_left()} />
            <Head name={m.conversions_value()} className="text-right" title={m.conversions_value_why()} />
          </tr>
        ) : (
          <PhoneHeads />
        )}
      </thead>
      <PageRows
        key={isWide ? 'wide' : 'phone'}
        ref={ref}
        rows={rows}
        rowId={idOf}
        scroller={scroller}
        rowHeight={isWide ? rowHeights.wide : rowHeights.phone}
        activeId={activeId}
        onActiveChange={onActiveChange}
        selectedId={openId}
        onOpen={onOpen}
        rowClass={isWide ? columns : phoneGrid}
        renderCells={(row) => <Cells row={row} facts={facts} />}
      />
    </table>
  )
}

/** In the order of a phone's cells, for those who hear them. */
function PhoneHeads() {
  return (
    <tr aria-rowindex={1}>
      <Head name={m.conversions_lead()} />
      <Head name={m.conversions_sync()} />
      <Head name={`${m.field_status()}, ${m.conversions_platform()}`} />
      <Head name={m.conversions_value()} />
      <Head name={m.conversions_time_left()} />
    </tr>
  )
}

interface HeadProps {
  readonly name: string
  readonly className?: string
  readonly title?: string
}

function Head({ name, className, title }: HeadProps) {
  return (
    <th scope="col" title={title} className={classNames('truncate text-left font-normal', className)}>
      {name}
    </th>
  )
}

const idOf = ({ event }: UnsentRow) => event.leadId
