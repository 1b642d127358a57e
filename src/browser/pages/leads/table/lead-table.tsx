import { type ReactNode, type Ref, useMemo } from 'react'
import type { Lead } from '#contract/lead.ts'
import { leadSortFields } from '#contract/vocabularies.ts'
import { usePreference, writePreference } from '#parts/preference.ts'
import { ColumnsMenu } from '#ui/data-table/columns-menu.tsx'
import { DataTable, type DataTableHandle } from '#ui/data-table/data-table.tsx'
import { decodeLayout, encodeLayout, type TableLayout } from '#ui/data-table/table-layout.ts'
import * as m from '#words/m.ts'
import { leadColumns } from './lead-columns.tsx'
import type { LeadRows } from './use-lead-rows.ts'
import { isVisit } from './visits.ts'

/** Name of the preference that keeps which columns are shown, where and how wide. */
const layoutPreference = 'columns'

/** The layout of the table in this browser, and the way to change it. */
function useLeadTableLayout(): readonly [TableLayout, (layout: TableLayout) => void] {
  const kept = usePreference(layoutPreference)
  // By identity: the table takes a new layout for a change.
  const layout = useMemo(() => decodeLayout(kept, leadColumns), [kept])
  return [layout, (next) => writePreference(layoutPreference, encodeLayout(next))]
}

export interface LeadTableProps {
  readonly ref: Ref<DataTableHandle>
  readonly rows: LeadRows
  readonly children: ReactNode
}

export function LeadTable({ ref, rows, children }: LeadTableProps) {
  const [layout, setLayout] = useLeadTableLayout()
  const { control, list } = rows
  return (
    <DataTable<Lead>
      ref={ref}
      label={m.nav_leads()}
      columns={leadColumns}
      rows={rows.shown}
      rowId={idOf}
      total={rows.shownTotal}
      layout={layout}
      onLayoutChange={setLayout}
      sort={{ column: control.view.sortBy, order: control.view.sortOrder }}
      onSort={(column) => {
        const field = leadSortFields.find((candidate) => candidate === column)
        if (field !== undefined) control.sortBy(field)
      }}
      activeId={rows.activeId}
      onActiveChange={rows.activate}
      selectedId={control.openId}
      onOpen={control.openId === null ? control.open : control.walkTo}
      isDimmed={isVisit}
      isPrevious={list.isPrevious}
      question={rows.question}
      canLoadMore={rows.canLoadMore}
      onNearEnd={list.loadMore}
    >
      {children}
    </DataTable>
  )
}

/** Which columns the table shows, where and how wide. */
export function LeadColumnsMenu() {
  const [layout, setLayout] = useLeadTableLayout()
  return (
    <ColumnsMenu
      columns={leadColumns}
      layout={layout}
      onChange={setLayout}
      words={{
        earlier: (column) => m.leads_column_earlier({ column }),
        later: (column) => m.leads_column_later({ column }),
        narrower: (column) => m.leads_column_narrower({ column }),
        wider: (column) => m.leads_column_wider({ column }),
        reset: m.leads_columns_reset(),
      }}
    />
  )
}

const idOf = (lead: Lead) => lead.id
