import { useLocation } from 'react-router'
import { encodeFilters, type Filters } from '#parts/filter/filter-codec.ts'
import { useViewPlace } from '#parts/use-view-place.ts'
import type { ClosingStatus, ColumnStatus } from './board-statuses.ts'
import { decodePipelineView, encodePipelineView } from './pipeline-view-codec.ts'

/** The view of the address, and every way to change it. A change of the filters is a step that Back undoes. */
export function usePipelineView() {
  const location = useLocation()
  const { value, ignored } = decodePipelineView(new URLSearchParams(location.search))
  const { view, openId, place, go } = useViewPlace('/pipeline', value, encodePipelineView)

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
