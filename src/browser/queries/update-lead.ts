import { useMutation, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints, type LeadBase } from '#contract/bff-endpoints.ts'
import type { LeadChanges } from '#contract/lead.ts'
import { ask } from './ask.ts'
import { dropCountsTouchedByLeads, mergeIntoKnownLeads } from './known-leads.ts'

/** Changes some fields of a lead; `base` holds what the person saw of them, so that nobody's work is overwritten unseen. */
export function useUpdateLead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (input: { id: string; base: LeadBase; changes: LeadChanges }) => {
      const { body, asOf } = await ask(bffEndpoints.updateLead, {
        params: { id: input.id },
        body: { base: input.base, changes: input.changes },
      })
      return { lead: body.data, asOf }
    },
    onSuccess: ({ lead, asOf }) => {
      mergeIntoKnownLeads(client, lead, asOf)
      dropCountsTouchedByLeads(client)
      // The changed lead may no longer match, or stand elsewhere. A short list is asked again when it is next on screen; one
      // that has grown keeps its rows and one's place in it until a person refreshes it.
      void client.invalidateQueries({ queryKey: ['lead-list'], refetchType: 'none' })
    },
  })
}
