import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { UnsentConversion } from '#contract/analytics.ts'
import { buildLead } from '#contract/build-lead.ts'
import { createQueryClient } from './query-client.ts'
import { useReportLeads } from './report-leads.ts'
import { useUnsentLeads } from './unsent-leads.ts'

let calls: string[]
let isRefused: boolean

beforeEach(() => {
  calls = []
  isRefused = false
  vi.stubGlobal('fetch', async (target: string) => {
    const { pathname, searchParams } = new URL(target, 'http://x')
    const asked = searchParams.get('status') ?? pathname.split('/').at(-1) ?? ''
    calls.push(asked)
    if (isRefused) return Response.json({ success: false, error: { code: 'FORBIDDEN', message: '' } }, { status: 403 })
    if (pathname.endsWith('/leads')) {
      const data = [buildLead({ id: `of ${asked}`, status: asked }), buildLead({ id: 'nobody asked', status: asked })]
      return Response.json({ success: true, data, pagination: { total: 2, nextCursor: null } })
    }
    return Response.json({ success: true, data: buildLead({ id: asked }) })
  })
})

afterEach(() => vi.unstubAllGlobals())

function wrapper() {
  const client = createQueryClient()
  return ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
}

const row = (leadId: string, status: string): UnsentConversion => ({ leadId, status })

it('joins leads from one page a status, keeps those of the list alone, and asks for none twice', async () => {
  const rows = [row('of won', 'won'), row('of contacted', 'contacted'), row('never found', 'contacted')]
  const { result } = renderHook(() => useUnsentLeads(rows, Date.now()), { wrapper: wrapper() })
  await waitFor(() => expect(result.current.isLoading).toBe(false), { timeout: 5000 })
  expect([...result.current.leads.keys()].sort()).toEqual(['of contacted', 'of won'])
  expect(calls).toEqual(['won', 'contacted'])
})

it('reads a lead again once its event has another status', async () => {
  let rows = [row('of won', 'won')]
  let asOf = Date.now()
  const { result, rerender } = renderHook(() => useUnsentLeads(rows, asOf), { wrapper: wrapper() })
  await waitFor(() => expect(result.current.leads.size).toBe(1), { timeout: 5000 })
  rows = [row('of won', 'lost')]
  asOf += 60_000
  rerender()
  await waitFor(() => expect(calls).toEqual(['won', 'lost']), { timeout: 5000 })
})

it('stops where it is refused, and goes on when it is told to', async () => {
  isRefused = true
  const rows = [row('of won', 'won')]
  const { result } = renderHook(() => useUnsentLeads(rows, Date.now()), { wrapper: wrapper() })
  await waitFor(() => expect(result.current.failure?.kind).toBe('forbidden'), { timeout: 5000 })
  expect([calls.length, result.current.isLoading]).toEqual([1, false])
  isRefused = false
  result.current.askAgain()
  await waitFor(() => expect(result.current.leads.size).toBe(1), { timeout: 5000 })
})

it('asks for the first ten leads of a ticket, and misses none that it did not ask for', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `l${n}`)
  const { result } = renderHook(() => useReportLeads(ids, true), { wrapper: wrapper() })
  await waitFor(() => expect(result.current.isPending).toBe(false), { timeout: 5000 })
  expect(result.current).toMatchObject({ missing: 0, isCut: true })
  expect(result.current.leads).toHaveLength(10)
  expect(calls).toHaveLength(10)
})
