import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { Lead } from '#contract/lead.ts'
import { findKnownLead } from './known-leads.ts'
import type { Dated } from './view.ts'

/** What this tab happens to know of a lead, without asking anybody; undefined for nothing. */
export function useKnownLead(id: string): Lead | undefined {
  const client = useQueryClient()
  return useSyncExternalStore(
    (listener) => client.getQueryCache().subscribe(listener),
    () => (client.getQueryData<Dated<Lead>>(['lead', id]) ?? findKnownLead(client, id))?.data,
  )
}
