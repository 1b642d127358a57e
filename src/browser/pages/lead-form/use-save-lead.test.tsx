import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import { FailedCall } from '#queries/failed-call.ts'
import type { Failure } from '#queries/failure.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import type { Job } from './form-job.ts'
import { toFormValues } from './form-values.ts'
import { useSaveLead } from './use-save-lead.ts'

const create = vi.hoisted(() => vi.fn())
const change = vi.hoisted(() => vi.fn())
const dismiss = vi.hoisted(() => vi.fn())
const book = vi.hoisted(() => ({ writes: [] as OwnWrite[] }))
vi.mock('#queries/create-lead.ts', () => ({ useCreateLead: () => create }))
vi.mock('#queries/own-writes.ts', () => ({
  useWriteActions: () => ({ change, dismiss }),
  useLeadWrites: () => book.writes,
}))

const lead = buildLead()
const values = toFormValues({} as never)
const newJob: Job = { values, from: null, changes: { firstName: 'Dewi', externalRef: 'kd_x' }, note: undefined }
const editJob: Job = { values, from: lead, changes: { status: 'lost' }, note: 'Lost: price' }
const failed = (failure: Failure) => new FailedCall(failure, undefined)

afterEach(() => {
  for (const mock of [create, change, dismiss]) mock.mockReset()
  book.writes = []
})

describe('a new lead', () => {
  it('is written down before it leaves, and its id goes with it', async () => {
    const order: string[] = []
    const keep = vi.fn(() => void order.push('kept'))
    create.mockImplementation(async () => {
      order.push('sent')
      return lead
    })
    const { result } = renderHook(() => useSaveLead(null, keep))
    expect(await act(() => result.current.send(newJob))).toEqual({ kind: 'saved', lead })
    expect(order).toEqual(['kept', 'sent'])
    const [body, how] = create.mock.lastCall ?? []
    expect(body).toEqual({ firstName: 'Dewi', externalRef: 'kd_x' })
    expect(keep).toHaveBeenCalledWith(newJob, expect.objectContaining({ writeId: how.writeId, externalRef: 'kd_x' }))
  })

  it('is unknown where it may have arrived, and failed only where it surely did not', async () => {
    const { result } = renderHook(() => useSaveLead(null, vi.fn()))
    for (const kind of ['dashboard-gone', 'offline', 'contract'] as const) {
      create.mockRejectedValueOnce(failed({ kind, requestId: null }))
      expect((await act(() => result.current.send(newJob))).kind).toBe('unknown')
    }
    create.mockRejectedValueOnce(failed({ kind: 'not-found', requestId: null }))
    expect((await act(() => result.current.send(newJob))).kind).toBe('failed')
  })

  it('tells when it is looked for next', async () => {
    create.mockImplementation((_, { onChecking }) => {
      onChecking(8_000)
      return new Promise(() => undefined)
    })
    const { result } = renderHook(() => useSaveLead(null, vi.fn()))
    act(() => void result.current.send(newJob))
    await waitFor(() => expect(result.current.checking?.dueAt).toBeGreaterThan(Date.now() + 5_000))
  })
})

describe('a change', () => {
  it('leaves the list of changes for the form where it did not end well', async () => {
    const write = buildOwnWrite({ state: 'conflict', failure: { kind: 'not-found', requestId: null } })
    change.mockResolvedValue(write)
    const { result } = renderHook(() => useSaveLead(lead.id, vi.fn()))
    expect((await act(() => result.current.send(editJob))).kind).toBe('failed')
    expect(change).toHaveBeenCalledWith(lead, { status: 'lost' }, 'Lost: price')
    expect(dismiss).toHaveBeenCalledWith(write.id)
  })

  it('stays in the list where the form is gone, and where it is held', async () => {
    const { result, unmount } = renderHook(() => useSaveLead(lead.id, vi.fn()))
    change.mockResolvedValue(buildOwnWrite({ state: 'held' }))
    expect(await act(() => result.current.send(editJob))).toEqual({ kind: 'held' })
    change.mockResolvedValue(buildOwnWrite({ state: 'rejected' }))
    unmount()
    await result.current.send(editJob)
    expect(dismiss).not.toHaveBeenCalled()
  })

  it('is waited for while it is on its way', async () => {
    const write = buildOwnWrite({ state: 'checking', dueAt: 42 })
    change.mockResolvedValue(write)
    book.writes = [write]
    const { result, rerender } = renderHook(() => useSaveLead(lead.id, vi.fn()))
    const end = vi.fn()
    await act(async () => void result.current.send(editJob).then(end))
    expect(result.current.checking).toEqual({ dueAt: 42 })
    expect(end).not.toHaveBeenCalled()
    book.writes = [{ ...write, state: 'saved', endedAt: 50, dueAt: null }]
    rerender()
    await waitFor(() => expect(end).toHaveBeenCalledWith({ kind: 'saved', lead: null }))
    expect(result.current.checking).toBeNull()
  })
})
