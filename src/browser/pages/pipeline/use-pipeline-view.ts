import { startTransition, useOptimistic } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { encodeFilters, type Filters } from '#parts/filter/filter-codec.ts'
import type { ClosingStatus, ColumnStatus } from './board-statuses.ts'
import { decodePipelineView, encodePipelineView, type PipelineView } from './pipeline-view-codec.ts'

/** The view of the address, and every way to change it. A change of the filters is a step that Back undoes. */
export function usePipelineView() {
  const location = useLocation()
  const navigate = useNavigate()
  const { id } = useParams()
  const { value, ignored } = decodePipelineView(new URLSearchParams(location.search))
  // The router moves in a transition. What was picked shows at once, and a key held down loses no steps.
  const [view, showView] = useOptimistic(value)
  const [openId, showOpen] = useOptimistic(id ?? null)

  const place = (next: PipelineView, nextId: string | null): string => {
    const query = encodePipelineView(next).toString()
    const path = nextId === null ? '/pipeline' : `/pipeline/${encodeURIComponent(nextId)}`
    return query === '' ? path : `${path}?${query}`
  }
  const go = (next: PipelineView, nextId: string | null, replace = false) =>
    startTransition(() => {
      showView(next)
      showOpen(nextId)
      void navigate(place(next, nextId), { replace })
    })

  return {
    view,
    ignored,
    /** The open lead. */
    openId,
    leadPlace: (leadId: string) => place(view, leadId),
    /** The same filters over the list of a status that the board does not show. */
    listPlace: (status: ClosingStatus | 'pageview') =>
      `/leads?${encodeFilters(view.filters, new URLSearchParams({ status })).toString()}`,
    changeFilters: (filters: Filters) => go({ ...view, filters }, openId),
    /** Where a phone has been scrolled to: no step of its own. */
    showColumn: (column: ColumnStatus) => {
      if (column !== view.column) go({ ...view, column }, openId, true)
    },
    /** To another lead of the walk: not a step of its own. */
    walkTo: (leadId: string) => go(view, leadId, true),
    close: () => go(view, null),
  }
}

export type PipelineControl = ReturnType<typeof usePipelineView>
