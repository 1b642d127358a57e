import { startTransition, useOptimistic } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import type { LeadSortField } from '#contract/vocabularies.ts'
import { decodeLeadView, encodeLeadView, type LeadView } from './lead-view-codec.ts'
import { continuesSearch, readSearchState } from './toolbar/search-state.ts'

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
  const { value, ignored } = decodeLeadView(new URLSearchParams(location.search))
  // The router moves in a transition. What was picked shows at once, or a box would untick itself for a moment, and a key
  // held down would lose steps.
  const [view, showView] = useOptimistic(value)
  const [openId, showOpen] = useOptimistic(id ?? null)
  const entry = readSearchState(location.state)
  const { search } = entry

  const place = (next: LeadView, nextId: string | null): LeadPlace => {
    const query = encodeLeadView(next).toString()
    const path = nextId === null ? '/leads' : `/leads/${encodeURIComponent(nextId)}`
    return { to: query === '' ? path : `${path}?${query}`, state: { search } }
  }
  const go = (nextId: string | null, replace = false) =>
    startTransition(() => {
      const { to, state } = place(view, nextId)
      showOpen(nextId)
      void navigate(to, { state, replace })
    })
  const change = (changes: Partial<LeadView>, nextSearch = search) =>
    startTransition(() => {
      const next = { ...view, ...changes }
      showView(next)
      void navigate(place(next, openId).to, { state: { search: nextSearch } })
    })

  return {
    view,
    ignored,
    search,
    /** The open lead. */
    openId,
    placeOf: (changes: Partial<LeadView>) => place({ ...view, ...changes }, openId),
    leadPlace: (leadId: string) => place(view, leadId),
    change: (changes: Partial<LeadView>) => change(changes),
    /** Changes the view and forgets the text searched for. */
    changeWithoutSearch: (changes: Partial<LeadView>) => change(changes, ''),
    sortBy: (field: LeadSortField) =>
      change({ sortBy: field, sortOrder: view.sortBy === field && view.sortOrder === 'desc' ? 'asc' : 'desc' }),
    open: (leadId: string) => go(leadId),
    /** To another lead of the walk: not a step of its own. */
    walkTo: (leadId: string) => go(leadId, true),
    close: () => go(null),
    searchFor: (text: string, typing: number) => {
      if (text === search) return
      void navigate(
        { pathname: location.pathname, search: location.search },
        { state: { search: text, typing }, replace: continuesSearch(entry, text, typing) },
      )
    },
  }
}

export type LeadViewControl = ReturnType<typeof useLeadView>
