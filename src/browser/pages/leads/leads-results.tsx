import type { Ref } from 'react'
import { useDisplay } from '#parts/display.tsx'
import { FailureFace } from '#parts/failure/failure-face.tsx'
import { Late } from '#parts/late.tsx'
import { useMemberName } from '#parts/lead/member-mark.tsx'
import { useNow } from '#parts/use-now.ts'
import { Button } from '#ui/button.tsx'
import type { DataTableHandle } from '#ui/data-table/data-table.tsx'
import { ProgressLine } from '#ui/progress-line.tsx'
import * as m from '#words/m.ts'
import { LeadsEmpty } from './leads-empty.tsx'
import { leadPhoneList, leadTable } from './table/late-rows.ts'
import { PendingRows } from './table/pending-rows.tsx'
import { RowFactsProvider } from './table/row-facts.ts'
import type { LeadRows } from './table/use-lead-rows.ts'

interface LeadsResultsProps {
  readonly ref: Ref<DataTableHandle>
  readonly rows: LeadRows
  readonly isWide: boolean
  /** Leads dealt with in this round through the list. */
  readonly doneIds: ReadonlySet<string>
}

/** The four faces of the list: on its way, failed, empty, rows. Rows stay where a later page or a refresh fails. */
export function LeadsResults({ ref, rows, isWide, doneIds }: LeadsResultsProps) {
  const { dates, numbers } = useDisplay()
  const memberName = useMemberName()
  const now = useNow(60_000)
  const { list, control } = rows
  if (list.leads === undefined && list.failure !== null) {
    return (
      <div className="p-6">
        <FailureFace failure={list.failure} askAgain={list.askAgain} />
      </div>
    )
  }
  const isEmpty = list.leads?.length === 0
  return (
    <RowFactsProvider value={{ dates, numbers, memberName, now, doneIds, leadPlace: control.leadPlace }}>
      <ProgressLine active={list.isRefreshing} />
      {isEmpty ? (
        <LeadsEmpty control={control} />
      ) : (
        <Late
          key={isWide ? 'table' : 'list'}
          part={isWide ? leadTable : leadPhoneList}
          props={{ ref, rows, children: list.leads === undefined ? <PendingRows /> : <End rows={rows} /> }}
          fallback={<FacelessRows />}
          failing={
            <p role="alert" className="p-6">
              {m.crash_text()}
            </p>
          }
        />
      )}
      {list.failure !== null && (
        <div className="shrink-0 border-t border-line bg-warn-soft px-4 py-3 md:px-6">
          <FailureFace failure={list.failure} askAgain={list.askAgain} />
        </div>
      )}
    </RowFactsProvider>
  )
}

/** Until the code of the rows is there: grey rows where the real ones will be, a table's beneath its heading. */
function FacelessRows() {
  return (
    <div className="min-h-0 flex-1 overflow-hidden bg-surface">
      <div className="h-9 border-b border-line bg-canvas max-md:hidden" />
      <PendingRows />
    </div>
  )
}

/** Beneath the last row: more to load, or the end. */
function End({ rows }: { readonly rows: LeadRows }) {
  const { numbers } = useDisplay()
  const { list, visits, control, shown } = rows
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-4 px-4 py-2 text-ink-3 md:px-6">
      {shown.length === 0 && (
        <>
          <p>{m.leads_visits_only({ n: numbers.count(visits.loaded) })}</p>
          <Button look="link" onClick={() => control.change({ hidesVisits: false })}>
            {m.leads_show_visits()}
          </Button>
        </>
      )}
      {list.isLoadingMore || list.hasMore ? (
        list.failure === null && (
          // One button for both, so that the focus has somewhere to stay while rows arrive.
          <Button look="link" aria-disabled={list.isLoadingMore} onClick={list.loadMore}>
            {list.isLoadingMore ? m.leads_loading_more() : m.leads_load_more()}
          </Button>
        )
      ) : (
        <p>{m.leads_end({ n: numbers.count(visits.loaded) })}</p>
      )}
    </div>
  )
}
