import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { createQueryClient } from './query-client.ts'
import { syncStatusQuery, useSyncStatusWithList } from './sync-status.ts'

const query = { timeframe: 'last_30_days' } as const
const readAt = Date.parse('2026-11-24T08:00:00Z')

afterEach(() => vi.unstubAllGlobals())

/** Counts that were read at `readAt`, beside a list of another moment; and every call that is made. */
function countsBeside(listAsOf: number) {
  const calls: string[] = []
  vi.stubGlobal('fetch', async (target: string) => {
    calls.push(target)
    return Response.json({ success: true, data: { pending: 2, synced: 1, partial: 0, failed: 0, none: 0 } })
  })
  const client = createQueryClient()
  const { queryKey } = syncStatusQuery(query)
  const known = { data: { pending: 1, synced: 1, partial: 0, failed: 0, none: 0 }, asOf: readAt, requestId: null }
  client.setQueryData(queryKey, known)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const hook = renderHook((asOf: number) => useSyncStatusWithList(query, asOf), { wrapper, initialProps: listAsOf })
  return { calls, ...hook }
}

it('asks for the counts once with a newer list', async () => {
  const { calls, result, rerender } = countsBeside(readAt + 2000)
  expect(result.current.isTogether).toBe(true)
  expect(calls).toHaveLength(0)
  rerender(readAt + 60_000)
  expect(result.current.isTogether).toBe(false)
  rerender(readAt + 60_000)
  await waitFor(() => expect(result.current.data?.pending).toBe(2))
  expect(calls).toHaveLength(1)
})

it('asks nothing for an older list, and does not take the two for one moment', () => {
  const { calls, result } = countsBeside(readAt - 60_000)
  expect(result.current.isTogether).toBe(false)
  expect(calls).toHaveLength(0)
})
