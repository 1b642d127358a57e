import { useMutation, useQueryClient } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { isClientRef } from '#contract/client-ref.ts'
import type { Lead } from '#contract/lead.ts'
import { ask } from './ask.ts'
import { mergeIntoKnownLeads } from './known-leads.ts'

/** A create whose answer got lost: its reference, and what tells its lead from an older one under the same reference. */
export interface SentLead extends Pick<Lead, 'firstName' | 'phone' | 'email'> {
  readonly externalRef: string
  /** Epoch milliseconds. */
  readonly sentAt: number
}

/** How far Konektor's clock may be behind this browser's, in milliseconds, before a lead counts as older than its request. */
const clockLeewayMs = 10 * 60_000

export type LeadToFind = { readonly id: string } | SentLead

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
      const { body } = await ask(agentEndpoints.listLeads, { query: { search: by.externalRef, limit: 5 } })
      return createdLead(body.data, by)
    },
  })
}

/**
 * The lead that a create made, among those that a search for its reference found. The search looks for a part of any text:
 * a reference of ours is proof by itself; one that a person gave may stand on an older lead, so it needs a single match, made
 * just now, with the same name, phone and e-mail.
 */
export function createdLead(found: readonly Lead[], sent: SentLead): Lead | null {
  const [lead] = found
  if (lead === undefined || found.length > 1) return null
  if (isClientRef(sent.externalRef)) return lead
  const isNew = Date.parse(lead.createdAt ?? '') >= sent.sentAt - clockLeewayMs
  return isNew && sameFields.every((field) => plain(lead[field]) === plain(sent[field])) ? lead : null
}

const sameFields = ['firstName', 'phone', 'email'] as const

/** Missing, null and empty are the same nothing; text counts as the Agent API stores it, trimmed. */
function plain(text: string | null | undefined): string {
  return text?.trim() ?? ''
}
