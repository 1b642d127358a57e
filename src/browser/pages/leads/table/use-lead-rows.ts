import { useState } from 'react'
import type { Lead } from '#contract/lead.ts'
import { useDisplay } from '#parts/display.tsx'
import { type LeadListFilters, type LeadListView, useLeadList } from '#queries/lead-list.ts'
import { leadListFilters } from '../lead-list-filters.ts'
import type { LeadViewControl } from '../use-lead-view.ts'
import { countVisits, isVisit, type VisitCount } from './visits.ts'

/** The rows of a view: what is loaded, what of it is shown, and where the keys stand. */
export interface LeadRows {
  readonly control: LeadViewControl
  /** The question as it is asked now. */
  readonly filters: LeadListFilters
  readonly list: LeadListView
  readonly shown: Lead[]
  /** Rows to come included; null where that is not known. */
  readonly shownTotal: number | null
  readonly visits: VisitCount
  /** Whether visits are left out of what is shown. */
  readonly hides: boolean
  /** Whether visits can be hidden at all: a status that was chosen has none, or nothing else. */
  readonly canHideVisits: boolean
  /** Names the question that the rows on screen answer. */
  readonly question: string
  readonly canLoadMore: boolean
  readonly activeId: string | null
  readonly activate: (id: string) => void
}

const none: Lead[] = []

export function useLeadRows(control: LeadViewControl): LeadRows {
  const { zone, today } = useDisplay()
  const { view, search, openId } = control
  const filters = leadListFilters(view, search, zone, today)
  const list = useLeadList(filters)
  const [active, setActive] = useState<string | null>(null)
  const asked = JSON.stringify(filters)
  const [question, setQuestion] = useState(asked)
  if (!list.isPrevious && question !== asked) setQuestion(asked)
  const canHideVisits = view.status === null
  const hides = canHideVisits && view.hidesVisits
  const loaded = list.leads ?? none
  const shown = hides ? loaded.filter((lead) => !isVisit(lead)) : loaded
  return {
    control,
    filters,
    list,
    shown,
    shownTotal: !hides ? list.total : list.hasMore ? null : shown.length,
    visits: countVisits(loaded),
    hides,
    canHideVisits,
    question,
    canLoadMore: list.hasMore && !list.isLoadingMore && !list.isRefreshing && list.failure === null,
    activeId: openId ?? active,
    activate: (id) => {
      setActive(id)
      // With a lead open, moving through the rows moves the panel along.
      if (openId !== null && openId !== id) control.walkTo(id)
    },
  }
}
