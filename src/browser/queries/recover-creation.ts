import { useMutation, useQueryClient } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Lead, LeadCreate } from '#contract/lead.ts'
import { ask } from './ask.ts'
import { takeCreated } from './create-lead.ts'
import { createdLead } from './find-lead.ts'
import { followCreation, listCreation, type Progress } from './follow-creation.ts'

/** A create whose answer never came: what was sent, under which id, and when (epoch milliseconds). */
export interface SentCreation extends Progress {
  readonly writeId: string
  readonly sentAt: number
  readonly lead: LeadCreate & { readonly externalRef: string }
}

/** `never-arrived`: surely not saved, safe to send. `not-found`: not there now; a search may lag, so a person decides. */
export type RecoveredCreation = { readonly lead: Lead } | 'never-arrived' | 'not-found'

/**
 * What became of a create without an answer, after a lost connection or a reload: followed where the proxy knows it; where
 * that has started anew since, looked up by its reference. It is never sent again from here (safety S28, S29).
 */
export function useRecoverCreation(): {
  readonly recover: (sent: SentCreation) => Promise<RecoveredCreation>
  readonly isPending: boolean
} {
  const client = useQueryClient()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: async (sent: SentCreation): Promise<RecoveredCreation> => {
      const { startedAt, write } = await listCreation(sent.writeId)
      const made = write === null ? 'unlisted' : await followCreation(client, sent.writeId, sent, write)
      if (made !== 'unlisted') return { lead: takeCreated(client, made, sent.lead) }
      const { body } = await ask(agentEndpoints.listLeads, { query: { search: sent.lead.externalRef, limit: 5 } })
      const found = createdLead(body.data, { ...sent.lead, sentAt: sent.sentAt })
      if (found !== null) return { lead: takeCreated(client, found, sent.lead) }
      // Looked up even so: the clocks of the two may differ.
      return write === null && Date.parse(startedAt) <= sent.sentAt ? 'never-arrived' : 'not-found'
    },
  })
  return { recover: mutateAsync, isPending }
}
