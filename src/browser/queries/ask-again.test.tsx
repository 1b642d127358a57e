import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { useOfflineSince, useRetryKey } from './ask-again.ts'
import { closeKeyGate, isKeyRefused, openKeyGate } from './key-gate.ts'
import { useLeadList } from './lead-list.ts'
import { createQueryClient } from './query-client.ts'

afterEach(() => {
  openKeyGate()
  vi.unstubAllGlobals()
})

/** A list that has grown to three pages, and every call that was made since. */
async function grownList() {
  const calls: string[] = []
  const purposes: (string | null)[] = []
  const network = { isGone: false }
  vi.stubGlobal('fetch', async (target: string, init?: RequestInit) => {
    calls.push(target)
    purposes.push(new Headers(init?.headers).get('x-konektor-purpose'))
    if (network.isGone) throw new TypeError('gone')
    const pagination = { limit: 50, total: 150, nextCursor: `c${calls.length}` }
    return Response.json({ success: true, data: [buildLead({ id: `lead_${calls.length}` })], pagination })
  })
  const client = createQueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(
    () => ({ list: useLeadList({}), retryKey: useRetryKey(), offlineSince: useOfflineSince() }),
    { wrapper },
  )
  for (const length of [1, 2, 3]) {
    await waitFor(() => expect(result.current.list.leads).toHaveLength(length))
    if (length < 3) act(() => result.current.list.loadMore())
  }
  calls.length = 0
  return { result, calls, purposes, network }
}

it('asks a grown list from its first page on when a person refreshes it', async () => {
  const { result, calls } = await grownList()
  await act(async () => result.current.list.askAgain())
  await waitFor(() => expect(result.current.list.isRefreshing).toBe(false))
  expect(calls).toHaveLength(1)
  expect(result.current.list.leads).toHaveLength(1)
})

it('asks anew what a person refreshes, and only that: opening and paging take what the proxy keeps', async () => {
  const { result, purposes } = await grownList()
  await act(async () => result.current.list.askAgain())
  await waitFor(() => expect(result.current.list.isRefreshing).toBe(false))
  act(() => result.current.list.loadMore())
  await waitFor(() => expect(result.current.list.leads).toHaveLength(2))
  expect(purposes).toEqual([null, null, null, 'anew', null])
})

it('asks once, not every page, when the key is tried again', async () => {
  const { result, calls } = await grownList()
  closeKeyGate()
  await act(async () => result.current.retryKey(result.current.list.askAgain))
  await waitFor(() => expect(result.current.list.isRefreshing).toBe(false))
  expect(isKeyRefused()).toBe(false)
  expect(calls).toHaveLength(1)
})

it('asks what failed once, from the first page on, when the connection is back', async () => {
  const { result, calls, network } = await grownList()
  network.isGone = true
  act(() => void dispatchEvent(new Event('offline')))
  expect(result.current.offlineSince).not.toBeNull()
  act(() => result.current.list.loadMore())
  await waitFor(() => expect(result.current.list.failure).not.toBeNull())
  network.isGone = false
  calls.length = 0
  act(() => void dispatchEvent(new Event('online')))
  await waitFor(() => expect(result.current.list.leads).toHaveLength(1))
  await waitFor(() => expect(result.current.list.isRefreshing).toBe(false))
  expect(calls).toHaveLength(1)
  expect(result.current.offlineSince).toBeNull()
})
