import type { Lead } from '#contract/lead.ts'
import type { LeadStatus } from '#contract/vocabularies.ts'
import { useWriteActions } from '#queries/own-writes.ts'
import { ask } from './asked.ts'
import { asksFirst } from './next-status.ts'

/** Sets a status the one way there is: Won and Lost ask first, everything else is held and can be undone. */
export function useRequestStatus(): (lead: Lead, status: LeadStatus) => void {
  const { change } = useWriteActions()
  return (lead, status) => {
    if (status === 'pageview' || status === lead.status) return
    if (asksFirst(status)) ask(status, lead)
    else void change(lead, { status })
  }
}
