import { QueryClient } from '@tanstack/react-query'
import { readPolicies } from '#contract/read-policies.ts'
import type { FailedCall } from './failed-call.ts'
import { onScopeNews } from './scope-news.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: FailedCall
  }
}

/** How long an answer counts as fresh, in milliseconds: as long as the proxy would answer it out of what it keeps (safety S26). */
export const freshForMs = {
  list: readPolicies.listLeads.freshForMs,
  /** Older than that, an opened lead is asked for: a round through a list costs no call for what the list just said. */
  lead: 30_000,
  analytics: readPolicies.summary.freshForMs,
  conversions: readPolicies.syncStatus.freshForMs,
  workspace: readPolicies.workspace.freshForMs,
  own: 10_000,
  settings: 5 * 60_000,
} as const

/**
 * One client for the whole dashboard. It never retries: the proxy does (safety S24), and a view asks again once when a
 * countdown it shows has ended. `networkMode: always` because an offline call should fail with a face, not wait unseen.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: true, gcTime: 10 * 60_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/**
 * The status tells which scopes the key was seen to have. It is asked beside the very calls that show them, so it is asked
 * again when one has shown something new; it shows nothing new itself, so this ends. Gives the way to end it.
 */
export function askStatusOnScopeNews(client: QueryClient): () => void {
  return onScopeNews(() => void client.invalidateQueries({ queryKey: ['status'] }))
}
