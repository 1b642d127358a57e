import { useLocation, useNavigate, useParams } from 'react-router'
import type { LeadSortField } from '#contract/vocabularies.ts'
import { decodeLeadView, encodeLeadView, type LeadView } from './lead-view-codec.ts'
import { continuesSearch, readSearchState } from './search-state.ts'

/** Where a link goes without losing the view: address and state of one history entry. */
export interface LeadPlace {
  readonly to: string
  readonly state: { readonly search: string }
}

/** The view of the address and of the history entry, and every way to change it. Each change is a step that Back undoes. */
export function useLeadView() {
  const location = useLocation()
  const navigate = useNavigate()
  const { id } = useParams()
  const { value: view, ignored } = decodeLeadView(new URLSearchParams(location.search))
  const entry = readSearchState(location.state)
  const { search } = entry

  const place = (nextView: LeadView, nextId: string | undefined): LeadPlace => {
    const query = encodeLeadView(nextView).toString()
    const path = nextId === undefined ? '/leads' : `/leads/${encodeURIComponent(nextId)}`
    return { to: query === '' ? path : `${path}?${query}`, state: { search } }
  }
  const go = ({ to, state }: LeadPlace, replace = false) => void navigate(to, { state, replace })

  return {
    view,
    ignored,
    search,
    /** The open lead. */
    openId: id ?? null,
    placeOf: (change: Partial<LeadView>) => place({ ...view, ...change }, id),
    leadPlace: (leadId: string) => place(view, leadId),
    change: (change: Partial<LeadView>) => go(place({ ...view, ...change }, id)),
    sortBy: (field: LeadSortField) =>
      go(
        place(
          {
            ...view,
            sortBy: field,
            sortOrder: view.sortBy === field && view.sortOrder === 'desc' ? 'asc' : 'desc',
          },
          id,
        ),
      ),
    open: (leadId: string) => go(place(view, leadId)),
    /** To another lead of the walk: not a step of its own. */
    walkTo: (leadId: string) => go(place(view, leadId), true),
    close: () => go(place(view, undefined)),
    searchFor: (text: string, typing: number) => {
      if (text === search) return
      void navigate(
        { pathname: location.pathname, search: location.search },
        { state: { search: text, typing }, replace: continuesSearch(entry, text, typing) },
      )
    },
    /** Everything that narrows, at once. */
    clearAll: (kept: Partial<LeadView>) => {
      const { to } = place({ ...view, ...kept }, id)
      void navigate(to, { state: { search: '' } })
    },
  }
}

export type LeadViewControl = ReturnType<typeof useLeadView>
