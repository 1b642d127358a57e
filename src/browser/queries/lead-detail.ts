import { useQuery, useQueryClient } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import type { Lead } from '#contract/lead.ts'
import { findKnownLead } from './known-leads.ts'
import { freshForMs } from './query-client.ts'
import { reading } from './reading.ts'
import { toView, type View } from './view.ts'

export function leadDetailQuery(id: string) {
  return reading(agentEndpoints.getLead, { params: { id } }, ['lead', id], freshForMs.lead)
}

/** One lead; shown at once from the list where a list knows it, then from the server. It stays where the server fails. */
export function useLead(id: string): View<Lead> {
  const client = useQueryClient()
  // Old from the first moment on, so that the server is asked; its true age is in `asOf`.
  const known = { initialData: () => findKnownLead(client, id), initialDataUpdatedAt: 0 }
  return toView(useQuery({ ...leadDetailQuery(id), ...known }))
}
