import { useMutation, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { LeadCreate } from '#contract/lead.ts'
import { ask } from './ask.ts'
import { dropCountsTouchedByLeads, mergeIntoKnownLeads } from './known-leads.ts'

/** Creates a lead; the proxy adds a reference of ours, so that a lost answer never makes a double. */
export function useCreateLead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (body: LeadCreate) => {
      const answer = await ask(bffEndpoints.createLead, { body })
      return { lead: answer.body.data, asOf: answer.asOf }
    },
    onSuccess: ({ lead, asOf }) => {
      mergeIntoKnownLeads(client, lead, asOf)
      dropCountsTouchedByLeads(client)
      void client.resetQueries({ queryKey: ['lead-list'] })
    },
  })
}
