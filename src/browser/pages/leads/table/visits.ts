import type { Lead } from '#contract/lead.ts'

/** A visit: somebody came by the tracking link and has not acted yet. */
export function isVisit(lead: Pick<Lead, 'status'>): boolean {
  return lead.status === 'pageview'
}

export interface VisitCount {
  readonly visits: number
  /** Leads it was counted among: those loaded, never all there are. */
  readonly loaded: number
}

export function countVisits(leads: readonly Pick<Lead, 'status'>[]): VisitCount {
  return { visits: leads.filter(isVisit).length, loaded: leads.length }
}
