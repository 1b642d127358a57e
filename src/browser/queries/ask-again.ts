import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { openKeyGate } from './key-gate.ts'
import { cutLeadLists } from './known-leads.ts'

/** Lets the key be tried again: everything on screen asks once, lists from their first page on. `first` goes ahead of them. */
export function useRetryKey(): (first?: () => void) => void {
  const client = useQueryClient()
  return (first) => {
    openKeyGate()
    first?.()
    askEverythingAgain(client)
  }
}

export function askEverythingAgain(client: QueryClient): void {
  cutLeadLists(client)
  // What is on its way already is not asked twice.
  void client.invalidateQueries({}, { cancelRefetch: false })
}

/** Since when the browser has had no connection (epoch milliseconds), null while it has one. Once back, what failed asks again. */
export function useOfflineSince(): number | null {
  const client = useQueryClient()
  const [since, setSince] = useState<number | null>(() => (navigator.onLine ? null : Date.now()))
  useEffect(() => {
    const onOffline = () => setSince(Date.now())
    const onOnline = () => {
      setSince(null)
      askFailedAgain(client)
    }
    addEventListener('offline', onOffline)
    addEventListener('online', onOnline)
    return () => {
      removeEventListener('offline', onOffline)
      removeEventListener('online', onOnline)
    }
  }, [client])
  return since
}

export function askFailedAgain(client: QueryClient): void {
  const failed = client.getQueryCache().findAll({ type: 'active', predicate: ({ state }) => state.status === 'error' })
  for (const query of failed) {
    if (query.queryKey[0] === 'lead-list') cutLeadLists(client, query.queryKey)
    void client.refetchQueries({ queryKey: query.queryKey, exact: true, type: 'active' })
  }
}
