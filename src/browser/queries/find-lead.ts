import { useMutation, useQueryClient } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Lead } from '#contract/lead.ts'
import { ask } from './ask.ts'
import { mergeIntoKnownLeads } from './known-leads.ts'

export type LeadToFind = { readonly id: string } | { readonly externalRef: string }

/** Looks a lead up on demand, past every cache of this tab: what became of a save without an answer. null where it is not there. */
export function useFindLead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (by: LeadToFind): Promise<Lead | null> => {
      if ('id' in by) {
        const { body, asOf } = await ask(agentEndpoints.getLead, { params: by })
        mergeIntoKnownLeads(client, body.data, asOf)
        return body.data
      }
      const { body } = await ask(agentEndpoints.listLeads, { query: { search: by.externalRef, limit: 1 } })
      return body.data[0] ?? null
    },
  })
}
