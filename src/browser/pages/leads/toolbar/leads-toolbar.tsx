import { useState } from 'react'
import { AsOf } from '#parts/async-view.tsx'
import { useDisplay } from '#parts/display.tsx'
import { FilterChips } from '#parts/filter/filter-chips.tsx'
import { noFilters } from '#parts/filter/filter-codec.ts'
import { Late } from '#parts/late.tsx'
import { liveMark } from '#parts/live/late-live.ts'
import { useShortcut } from '#parts/shortcuts.tsx'
import { useReady } from '#parts/use-ready.ts'
import { buttonClass, IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Popover } from '#ui/popover.tsx'
import * as m from '#words/m.ts'
import { leadColumnsMenu } from '../table/late-rows.ts'
import type { LeadRows } from '../table/use-lead-rows.ts'
import { SearchBox } from './search-box.tsx'

interface LeadsToolbarProps {
  readonly rows: LeadRows
  readonly isWide: boolean
}

/** Search, filters, and how much of the whole is here. */
export function LeadsToolbar({ rows, isWide }: LeadsToolbarProps) {
  const { control } = rows
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 gap-y-2 border-b border-line px-4 py-2.5 md:px-6">
      <SearchBox search={control.search} onSearch={control.searchFor} />
      {isWide && <Filters rows={rows} />}
      <div className="ml-auto flex min-h-9 flex-wrap items-center justify-end gap-x-4 gap-y-1 max-md:ml-0 max-md:w-full max-md:justify-between">
        <Visits rows={rows} />
        <span className="flex items-center gap-1">
          <Count rows={rows} />
          <Refresh rows={rows} />
        </span>
        {isWide && <Columns />}
      </div>
    </div>
  )
}

function Filters({ rows }: { readonly rows: LeadRows }) {
  const { control } = rows
  const [isOpen, setOpen] = useState(false)
  useShortcut(['f'], m.leads_key_filter(), () => setOpen(true))
  return (
    <FilterChips
      filters={control.view.filters}
      onChange={(filters) => control.change({ filters })}
      onClearAll={() => control.change({ filters: noFilters })}
      isPanelOpen={isOpen}
      onPanelOpenChange={setOpen}
    />
  )
}

/** Loaded of all, and as of when: true at every moment. */
function Count({ rows }: { readonly rows: LeadRows }) {
  const { numbers } = useDisplay()
  const { leads, total, asOf } = rows.list
  if (leads === undefined) return null
  const n = numbers.count(leads.length)
  return (
    <p role="status" className="tabular text-ink-3">
      {total === null ? m.leads_count({ n }) : m.leads_count_of({ n, total: numbers.count(total) })}
      {' · '}
      <AsOf asOf={asOf} />
      <Late part={liveMark} props={{ isBehind: true }} />
    </p>
  )
}

/** Asks for the list from its first page on: the only way in which one that has grown is asked again. */
function Refresh({ rows }: { readonly rows: LeadRows }) {
  const { leads, isRefreshing, askAgain } = rows.list
  if (leads === undefined) return null
  return (
    <IconButton label={m.refresh()} disabled={isRefreshing} onClick={askAgain}>
      <Icon name="sync" size={14} />
    </IconButton>
  )
}

/** Hides visits among what is loaded, and says that it is only that. */
function Visits({ rows }: { readonly rows: LeadRows }) {
  const { numbers } = useDisplay()
  const { control, visits, canHideVisits } = rows
  if (!canHideVisits || (visits.visits === 0 && !control.view.hidesVisits)) return null
  return (
    <label className="flex min-h-8 cursor-pointer items-center gap-2 text-ink-2 pointer-coarse:min-h-11">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={control.view.hidesVisits}
        onChange={(event) => control.change({ hidesVisits: event.target.checked })}
      />
      {m.leads_hide_visits()}
      <span className="tabular text-xs text-ink-3 max-xl:sr-only">
        {m.leads_visits_among({ visits: numbers.count(visits.visits), loaded: numbers.count(visits.loaded) })}
      </span>
    </label>
  )
}

function Columns() {
  const [isOpen, setOpen] = useState(false)
  const isReady = useReady(leadColumnsMenu, isOpen)
  return (
    <Popover
      label={m.leads_columns()}
      align="end"
      className="max-h-[70dvh] w-80 overflow-y-auto"
      isOpen={isReady}
      onOpenChange={setOpen}
      trigger={(props) => (
        <button type="button" className={buttonClass('quiet')} {...props}>
          {m.leads_columns()}
        </button>
      )}
    >
      {() => <Late part={leadColumnsMenu} props={{}} failing={<p role="alert">{m.crash_text()}</p>} />}
    </Popover>
  )
}
