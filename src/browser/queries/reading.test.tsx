import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { createQueryClient } from './query-client.ts'
import { useSummary } from './summary.ts'

afterEach(() => vi.unstubAllGlobals())

it('asks a figure of a period anew where a person refreshes it, although it waits before it leaves', async () => {
  const purposes: (string | null)[] = []
  vi.stubGlobal('fetch', async (_: string, init?: RequestInit) => {
    purposes.push(new Headers(init?.headers).get('x-konektor-purpose'))
    return Response.json({ success: true, data: { totalLeads: purposes.length } })
  })
  const client = createQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useSummary({ timeframe: 'all_time' }), { wrapper })
  await waitFor(() => expect(result.current.data?.totalLeads).toBe(1))
  act(() => result.current.askAgain())
  await waitFor(() => expect(result.current.data?.totalLeads).toBe(2))
  expect(purposes).toEqual([null, 'anew'])
})
