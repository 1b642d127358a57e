import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { dropCountsTouchedByLeads } from './known-leads.ts'
import { createQueryClient } from './query-client.ts'
import { useQuietUnsent } from './unsent-conversions.ts'

let calls: number

beforeEach(() => {
  calls = 0
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async () => {
    calls += 1
    return Response.json({ success: true, data: [] })
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('asks for the count beside a link every five minutes, however often one writes', async () => {
  const client = createQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  renderHook(() => useQuietUnsent(), { wrapper })
  for (let minute = 0; minute < 10; minute += 1) {
    await act(() => vi.advanceTimersByTimeAsync(60_000))
    dropCountsTouchedByLeads(client)
  }
  expect(calls).toBe(2)
})
