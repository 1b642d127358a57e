import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { agentEndpoints } from '#contract/agent-endpoints.ts'
import { type Lead, lead as leadSchema } from '#contract/lead.ts'
import { ask } from './ask.ts'
import { purposeNow, purposeOfRead } from './asked-anew.ts'
import type { FailedCall } from './failed-call.ts'
import { findKnownLead, takeNewer } from './known-leads.ts'
import { useLeadWrites } from './own-writes.ts'
import { freshForMs } from './query-client.ts'
import { shownLead } from './shown-lead.ts'
import { type Dated, toView, type View } from './view.ts'

/** `isAwaited`: somebody waits for the answer although an older one is there. */
export function leadDetailQuery(id: string, isAwaited = false) {
  return queryOptions<Dated<Lead>, FailedCall>({
    queryKey: ['lead', id],
    staleTime: freshForMs.lead,
    queryFn: async (context) => {
      const purpose = isAwaited ? purposeNow() : purposeOfRead(context)
      const { body, asOf, requestId } = await ask(agentEndpoints.getLead, { params: { id } }, context.signal, purpose)
      const [newest = body.data] = takeNewer(context.client, [body.data], asOf)
      return { data: newest, asOf, requestId }
    },
  })
}

/**
 * One lead with one's own changes over it. Shown at once from a list that knows it; the server is asked only where the row
 * lacks something or is no longer fresh: lists and the detail answer the same fields. It stays where the server fails.
 */
export function useLead(id: string): View<Lead> {
  const client = useQueryClient()
  const row = findKnownLead(client, id)
  const known = row !== undefined && isWhole(row.data) ? row : undefined
  const options = leadDetailQuery(id)
  const result = useQuery({
    ...options,
    initialData: row,
    initialDataUpdatedAt: known?.asOf ?? 0,
    // A list may have been read after the detail was.
    staleTime: ({ state }) => freshForMs.lead + Math.max(0, (known?.asOf ?? 0) - state.dataUpdatedAt),
  })
  return useOverlay(id, newer(toView(result), known))
}

/** The same after a fresh read: what editing begins with. Still refreshing until that has come. */
export function useFreshLead(id: string): View<Lead> {
  const client = useQueryClient()
  const known = { initialData: () => findKnownLead(client, id), initialDataUpdatedAt: 0 }
  const result = useQuery({ ...leadDetailQuery(id, true), ...known, staleTime: 0, refetchOnMount: 'always' })
  return useOverlay(id, toView(result))
}

function useOverlay(id: string, view: View<Lead>): View<Lead> {
  const writes = useLeadWrites(id)
  return view.data === undefined ? view : { ...view, data: shownLead(view.data, writes) }
}

function newer(view: View<Lead>, row: Dated<Lead> | undefined): View<Lead> {
  return row === undefined || (view.asOf ?? 0) >= row.asOf ? view : { ...view, data: row.data, asOf: row.asOf }
}

const answered = (Object.keys(leadSchema.shape) as (keyof Lead)[]).filter((field) => field !== 'externalRef')

/** Reads never answer the external reference; anything else that is missing is unknown. */
function isWhole(lead: Lead): boolean {
  return answered.every((field) => lead[field] !== undefined)
}
