import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { bffEndpoints } from '#contract/bff-endpoints.ts'
import type { Lead, LeadCreate } from '#contract/lead.ts'
import { ask } from './ask.ts'
import { noteCreated } from './created-leads.ts'
import { FailedCall } from './failed-call.ts'
import { followCreation, type Progress } from './follow-creation.ts'
import { dropCountsTouchedByLeads, mergeIntoKnownLeads } from './known-leads.ts'
import { mintWriteId } from './mint-write-id.ts'

interface Creation extends Progress {
  /** The same id again is the same create, for as long as the same proxy lives. */
  readonly writeId?: string
}

export type CreateLead = (lead: LeadCreate, how?: Creation) => Promise<Lead>

/**
 * Creates a lead, once: the proxy tells a second request with the same `writeId` and looks for a lost answer by itself, which
 * `onChecking` tells. Rejects with `FailedCall`; where that `mayHaveActed`, ask `useRecoverCreation` before sending it anew.
 */
export function useCreateLead(): CreateLead {
  const client = useQueryClient()
  const { mutateAsync } = useMutation({
    mutationFn: async ({ lead, how }: { lead: LeadCreate; how: Creation }) => {
      const writeId = how.writeId ?? mintWriteId()
      const { body } = await ask(bffEndpoints.createLead, { body: { writeId, lead } })
      const made = body.data.lead ?? (await followCreation(client, writeId, how, body.data))
      if (made === 'unlisted') {
        throw new FailedCall(
          { kind: 'unknown-outcome', externalRef: lead.externalRef ?? null, requestId: null },
          undefined,
        )
      }
      return takeCreated(client, made, lead)
    },
  })
  return (lead, how = {}) => mutateAsync({ lead, how })
}

/** Lays a created lead over what this tab shows; what the answer lacks is as it was typed. */
export function takeCreated(client: QueryClient, answer: Lead, typed: Partial<LeadCreate>): Lead {
  const known = Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined))
  mergeIntoKnownLeads(client, answer, Date.now())
  noteCreated(client, { ...typed, ...known, id: answer.id })
  dropCountsTouchedByLeads(client)
  void client.resetQueries({ queryKey: ['lead-list'] })
  return answer
}
