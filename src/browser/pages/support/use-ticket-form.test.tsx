import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { FailedCall } from '#queries/failed-call.ts'
import type { Failure } from '#queries/failure.ts'
import { useTicketForm } from './use-ticket-form.ts'

const sending = vi.hoisted(() => ({ isPending: false, error: null, reset: () => undefined, mutateAsync: vi.fn() }))
vi.mock('#queries/tickets.ts', () => ({ useCreateTicket: () => sending }))

const nothing = () => ({ diagnostics: '', about: null })

afterEach(() => sessionStorage.clear())

/** Writes a ticket, sends it and leaves the page; gives what a later visit finds when the answer came meanwhile. */
async function leaveWhileSending(failure: Failure) {
  let refuse: (reason: unknown) => void = () => undefined
  const answer = new Promise((_, reject) => {
    refuse = reject
  })
  sending.mutateAsync.mockReturnValue(answer)
  sending.isPending = false
  const visit = renderHook(() => useTicketForm(nothing))
  act(() => visit.result.current.change({ subject: 'Sync is late', message: 'Since this morning.' }))
  act(() => void visit.result.current.send())
  sending.isPending = true
  visit.rerender()
  visit.unmount()
  await act(async () => refuse(new FailedCall(failure, null)))
  sending.isPending = false
  return renderHook(() => useTicketForm(nothing)).result.current
}

it('comes back to a ticket that was plainly refused as one that was not sent', async () => {
  const later = await leaveWhileSending({ kind: 'forbidden', scope: null, requestId: null })
  expect(later.draft.subject).toBe('Sync is late')
  expect(later.isUnknown).toBe(false)
})

it('comes back to a ticket whose answer got lost with the doubt', async () => {
  const later = await leaveWhileSending({ kind: 'unknown-outcome', externalRef: null, requestId: null })
  expect(later.isUnknown).toBe(true)
})
