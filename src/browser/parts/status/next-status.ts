import { type LeadStatus, leadStatuses } from '#contract/vocabularies.ts'

/** A visit is a thing that happened, not a thing a person sets. */
export const settableStatuses = leadStatuses.filter((status) => status !== 'pageview')

/** A visitor who is worth a touch is touched; nobody is made "new" by hand. */
const nextStatuses: Readonly<Record<LeadStatus, LeadStatus | null>> = {
  pageview: 'contacted',
  new: 'contacted',
  contacted: 'responded',
  responded: 'qualified',
  qualified: 'hot',
  hot: 'proposal',
  proposal: 'negotiation',
  negotiation: 'invoice',
  invoice: 'won',
  won: null,
  lost: null,
}

/** The step that usually comes next; null where it ends, or a status nobody listed. */
export function nextStatus(status: string | null | undefined): LeadStatus | null {
  return status != null && Object.hasOwn(nextStatuses, status) ? nextStatuses[status as LeadStatus] : null
}

/** True for the two ends, which ask before anything happens. */
export function asksFirst(status: LeadStatus): status is 'won' | 'lost' {
  return status === 'won' || status === 'lost'
}
