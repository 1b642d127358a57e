import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead } from '#contract/lead.ts'
import type { LeadUpdate, LeadWrite } from '#contract/lead-write.ts'
import { followOwnWrites, writeBookOf } from './client-write-book.ts'
import { useCreateLead } from './create-lead.ts'
import { useLead } from './lead-detail.ts'
import { useLeadList } from './lead-list.ts'
import { useOwnWrites, useWaitingCount, useWriteActions } from './own-writes.ts'
import { createQueryClient } from './query-client.ts'

/** The dashboard as these hooks see it: a list, a lead, writes that end as the test says. */
let listed: Lead[]
let calls: string[]
let isGone: boolean
let answerTo: (update: LeadUpdate) => Partial<LeadWrite>
let stop: () => void

beforeEach(() => {
  listed = [buildLead({ id: 'a' }), buildLead({ id: 'b' })]
  calls = []
  isGone = false
  answerTo = () => ({ state: 'held', dueInMs: 60_000 })
  stop = () => undefined
  vi.stubGlobal('fetch', async (target: string, init: RequestInit) => {
    calls.push(`${init.method} ${target.split('?')[0]}`)
    if (isGone) throw new TypeError('gone')
    const frame = { kind: 'update', leadId: 'a', dueInMs: null, lead: null, error: null }
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : null
    if (init.method === 'PATCH') return good({ ...frame, id: body.writeId, ...answerTo(body) })
    if (init.method === 'POST') {
      const made = { id: 'made', firstName: body.lead.firstName }
      return good({ ...frame, id: body.writeId, kind: 'create', state: 'saved', leadId: 'made', lead: made })
    }
    if (target.startsWith('/bff/holds')) return good({ startedAt: new Date().toISOString(), writes: [] })
    if (target.includes('/leads/')) return good(listed.find(({ id }) => target.endsWith(id)))
    return Response.json({ success: true, data: listed, pagination: { total: listed.length, nextCursor: null } })
  })
})

afterEach(() => {
  stop()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

function good(data: unknown): Response {
  return Response.json({ success: true, data })
}

async function open() {
  const client = createQueryClient()
  stop = followOwnWrites(client)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(
    () => ({
      ...useWriteActions(),
      list: useLeadList({}),
      writes: useOwnWrites(),
      waiting: useWaitingCount(),
      create: useCreateLead(),
    }),
    { wrapper },
  )
  await waitFor(() => expect(result.current.list.leads).toHaveLength(2))
  return { result, client, wrapper }
}

const first = (leads: readonly Lead[] | undefined): Lead => {
  const [lead] = leads ?? []
  if (lead === undefined) throw new Error('No lead is listed')
  return lead
}

it('shows a change at once, in the list and in the detail, before anybody answers', async () => {
  const { result, wrapper } = await open()
  const detail = renderHook(() => useLead('a'), { wrapper }).result
  const before = result.current.list.leads?.[1]
  act(() => void result.current.change(first(result.current.list.leads), { status: 'contacted' }))
  expect(first(result.current.list.leads).status).toBe('contacted')
  expect(detail.current.data?.status).toBe('contacted')
  expect(result.current.list.leads?.[1]).toBe(before)
  await waitFor(() => expect(result.current.writes[0]?.state).toBe('held'))
})

it('opens a lead from a row just read without asking for it', async () => {
  const { wrapper } = await open()
  const detail = renderHook(() => useLead('a'), { wrapper }).result
  expect(detail.current).toMatchObject({ data: listed[0], isRefreshing: false })
  expect(calls).toEqual(['GET /api/v2/agent/leads'])
})

it('asks for what a row lacks', async () => {
  listed = [{ id: 'a', firstName: 'Budi' }, buildLead({ id: 'b' })]
  const { wrapper } = await open()
  const detail = renderHook(() => useLead('a'), { wrapper }).result
  expect(detail.current.data?.firstName).toBe('Budi')
  await waitFor(() => expect(calls).toContain('GET /api/v2/agent/leads/a'))
})

it('keeps what is saved on screen although the list that is asked again lags behind', async () => {
  const saved = buildLead({ id: 'a', priority: 'urgent', updatedAt: '2026-11-24T09:00:00.000Z' })
  answerTo = () => ({ state: 'saved', lead: saved })
  const { result } = await open()
  await act(() => result.current.change(first(result.current.list.leads), { priority: 'urgent' }))
  await act(async () => result.current.list.askAgain())
  await waitFor(() => expect(calls.filter((call) => call === 'GET /api/v2/agent/leads')).toHaveLength(2))
  await waitFor(() => expect(result.current.list.isRefreshing).toBe(false))
  expect(first(result.current.list.leads)).toEqual(saved)
  listed = [buildLead({ id: 'a', priority: 'low', updatedAt: '2026-11-24T09:01:00.000Z' }), buildLead({ id: 'b' })]
  await act(async () => result.current.list.askAgain())
  await waitFor(() => expect(first(result.current.list.leads).priority).toBe('low'))
})

it('counts what waits for a connection, and forgets nothing over a reload', async () => {
  const { result } = await open()
  isGone = true
  await act(async () => void (await result.current.change(first(result.current.list.leads), { priority: 'high' })))
  expect(result.current.waiting).toBe(1)
  const [write] = writeBookOf(createQueryClient()).writes()
  expect(write).toMatchObject({ state: 'waiting', changes: { priority: 'high' } })
})

it('shows a lead just created at the top of a list that does not have it yet, as it was typed', async () => {
  const { result } = await open()
  await act(async () => void (await result.current.create({ firstName: 'Dewi', phone: '0812' })))
  await waitFor(() => expect(result.current.list.leads).toHaveLength(3))
  expect(first(result.current.list.leads)).toMatchObject({ id: 'made', firstName: 'Dewi', phone: '0812' })
})
