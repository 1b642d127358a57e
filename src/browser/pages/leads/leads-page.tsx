import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useFetchSoon } from '#parts/fetch-soon.ts'
import { filterForm } from '#parts/filter/filter-fields.tsx'
import { PhoneFilters } from '#parts/filter/phone-filters.tsx'
import { IgnoredLine } from '#parts/ignored-line.tsx'
import { Late } from '#parts/late.tsx'
import { LeadPanel } from '#parts/lead-panel/lead-panel.tsx'
import { useWalk } from '#parts/lead-panel/use-walk.ts'
import { leadsPill } from '#parts/live/late-live.ts'
import { Page } from '#parts/page.tsx'
import { useKeyHint, useShortcut } from '#parts/shortcuts.tsx'
import { useLeadKeys } from '#parts/status/use-lead-keys.ts'
import { useWide } from '#parts/use-wide.ts'
import { HowDidItGoInList } from '#parts/whatsapp/how-did-it-go-in-list.tsx'
import { buttonClass } from '#ui/button.tsx'
import type { DataTableHandle } from '#ui/data-table/data-table.tsx'
import { rowAfterKey } from '#ui/data-table/row-moves.ts'
import { Icon } from '#ui/icon.tsx'
import * as m from '#words/m.ts'
import { LeadsResults } from './leads-results.tsx'
import { type LeadRows, useLeadRows } from './table/use-lead-rows.ts'
import { LeadsToolbar } from './toolbar/leads-toolbar.tsx'
import { StatusStrip } from './toolbar/status-strip.tsx'
import { type LeadViewControl, useLeadView } from './use-lead-view.ts'

/** `/leads` and `/leads/:id`: the list, and the open lead beside it. */
export function LeadsPage() {
  const control = useLeadView()
  const loaded = useLeadRows(control)
  const isWide = useWide()
  const table = useRef<DataTableHandle>(null)
  const { openId } = control
  const walk = useWalk({
    openId,
    ids: loaded.list.leads === undefined || loaded.list.isPrevious ? null : loaded.shown.map((lead) => lead.id),
    total: loaded.shownTotal,
    question: loaded.question,
  })
  const rows = withRefresh(loaded, walk.forgetDone)
  const { list } = rows
  /** From the top again; the focus, which was on what goes, is on the first row. */
  const showNew = () => {
    const [first] = rows.shown
    if (first !== undefined) table.current?.focusRow(first.id)
    list.askAgain()
  }
  const move = (key: 'ArrowDown' | 'ArrowUp') => {
    if (openId !== null) {
      const to = key === 'ArrowDown' ? walk.next : walk.previous
      if (to !== null) control.walkTo(to)
      return
    }
    const from = rows.shown.findIndex((lead) => lead.id === rows.activeId)
    const lead = rows.shown[rowAfterKey(key, from, rows.shown.length, 1) ?? -1]
    if (lead !== undefined) table.current?.focusRow(lead.id)
  }
  useShortcut(['j', 'k', 'ArrowDown', 'ArrowUp'], m.leads_key_move(), (event) =>
    move(event.key === 'ArrowDown' || event.key.toLowerCase() === 'j' ? 'ArrowDown' : 'ArrowUp'),
  )
  useFocusReturn(openId, table, rows)
  const focused = useFocusedRow()
  useKeyHint(openId === null && focused.id !== null ? ['Enter'] : [], m.leads_key_open())
  // While a lead is open the keys are for that one, and its panel has them.
  useLeadKeys(openId === null ? (rows.shown.find((lead) => lead.id === focused.id) ?? null) : null, focused.anchor)

  return (
    <Page
      title={m.nav_leads()}
      actions={
        <>
          {!isWide && <FiltersOnPhone control={control} />}
          <Link to="/leads/new" className={buttonClass('primary', 'max-md:hidden')}>
            <Icon name="plus" size={14} />
            {m.nav_new_lead()}
          </Link>
        </>
      }
    >
      <IgnoredLine parts={control.ignored} />
      <StatusStrip
        status={control.view.status}
        total={list.isPrevious ? null : list.total}
        placeOf={(status) => control.placeOf({ status })}
      />
      <LeadsToolbar rows={rows} isWide={isWide} />
      <div className="relative flex min-h-0 flex-1">
        {/* A sheet covers everything on a phone: what lies behind it takes no focus. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears which of the rows in it has the focus */}
        <div
          className="relative flex min-h-0 min-w-0 flex-1 flex-col"
          inert={!isWide && openId !== null}
          onFocus={focused.onFocus}
          onBlur={focused.onBlur}
        >
          {openId === null && <HowDidItGoInList leads={rows.shown} />}
          <Late
            part={leadsPill}
            props={{ filters: rows.filters, list, hidden: rows.hides ? 'pageview' : null, onShow: showNew }}
          />
          <LeadsResults ref={table} rows={rows} isWide={isWide} doneIds={walk.doneIds} />
        </div>
        <LeadPanel
          id={openId}
          walk={walk}
          onClose={control.close}
          onWalkTo={control.walkTo}
          canLoadMore={walk.hasBeyond || rows.canLoadMore}
          onLoadMore={() => {
            walk.extend()
            if (!walk.hasBeyond) list.loadMore()
          }}
        />
      </div>
    </Page>
  )
}

/** The row that has the focus: the one the verbs of a single key are meant for. Null while the focus is elsewhere. */
function useFocusedRow() {
  const [id, setId] = useState<string | null>(null)
  const row = useRef<HTMLElement | null>(null)
  return {
    id,
    anchor: () => row.current,
    onFocus: (event: React.FocusEvent) => {
      row.current = event.target.closest<HTMLElement>('[data-row-id]')
      setId(row.current?.dataset.rowId ?? null)
    },
    onBlur: () => setId(null),
  }
}

/** A refresh by a person begins the count of what is done anew. */
function withRefresh(rows: LeadRows, before: () => void): LeadRows {
  const askAgain = () => {
    before()
    rows.list.askAgain()
  }
  return { ...rows, list: { ...rows.list, askAgain } }
}

/** When the panel goes, by whichever way, the focus is back on the row it showed. */
function useFocusReturn(openId: string | null, table: React.RefObject<DataTableHandle | null>, rows: LeadRows): void {
  const last = useRef<string | null>(null)
  const { activate } = rows
  useEffect(() => {
    if (openId === null && last.current !== null) {
      activate(last.current)
      table.current?.focusRow(last.current)
    }
    last.current = openId
  }, [openId, table, activate])
}

function FiltersOnPhone({ control }: { readonly control: LeadViewControl }) {
  const [isOpen, setOpen] = useState(false)
  useFetchSoon(filterForm)
  useShortcut(['f'], m.leads_key_filter(), () => setOpen(true))
  return (
    <PhoneFilters
      filters={control.view.filters}
      onChange={(filters) => control.change({ filters })}
      isOpen={isOpen}
      onOpenChange={setOpen}
    />
  )
}
