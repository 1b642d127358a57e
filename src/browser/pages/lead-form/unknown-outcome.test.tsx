import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { emptyDraft } from '#parts/lead/lead-draft.ts'
import { FailedCall } from '#queries/failed-call.ts'
import { UnknownOutcome } from './unknown-outcome.tsx'
import type { LeadFormState } from './use-lead-form.ts'

const recover = vi.hoisted(() => vi.fn())
const find = vi.hoisted(() => vi.fn())
vi.mock('#queries/recover-creation.ts', () => ({ useRecoverCreation: () => ({ recover }) }))
vi.mock('#queries/find-lead.ts', () => ({ useFindLead: () => ({ mutateAsync: find }) }))

const sent = { writeId: 'w', externalRef: 'kd_x', sentAt: 1 }
const made = buildLead()
const settleUnknown = vi.fn()

function show() {
  const values = { ...emptyDraft, firstName: 'Dewi', withoutValue: false, lostReason: '' }
  const state = { seen: null, start: emptyDraft, values, settleUnknown } as unknown as LeadFormState
  render(<UnknownOutcome state={state} sent={sent} />)
}

const unknown = new FailedCall({ kind: 'unknown-outcome', externalRef: 'kd_x', requestId: null }, undefined)

afterEach(() => {
  for (const mock of [recover, find, settleUnknown]) mock.mockReset()
})

it('looks at once, and is over where the lead is there', async () => {
  recover.mockResolvedValue({ lead: made })
  show()
  expect(screen.getByRole('alert').textContent).toContain("please don't enter it again")
  await waitFor(() => expect(settleUnknown).toHaveBeenCalledWith(made))
  expect(recover.mock.lastCall?.[0]).toMatchObject({ writeId: 'w', lead: { firstName: 'Dewi', externalRef: 'kd_x' } })
})

it('offers to save again only after it was not found', async () => {
  recover.mockResolvedValue('never-arrived')
  show()
  expect(screen.queryByText('Save again')).toBeNull()
  await userEvent.click(await screen.findByText('Save again'))
  expect(settleUnknown).toHaveBeenCalledWith(null)
})

it('searches by itself where the proxy gave up', async () => {
  recover.mockRejectedValue(unknown)
  find.mockResolvedValue(made)
  show()
  await waitFor(() => expect(settleUnknown).toHaveBeenCalledWith(made))
})

it('says that it could not look, and looks again when told', async () => {
  recover.mockRejectedValueOnce(new FailedCall({ kind: 'dashboard-gone', requestId: null }, undefined))
  recover.mockResolvedValueOnce({ lead: made })
  show()
  await waitFor(() => expect(screen.getByText('Check now')).toBeTruthy())
  expect(settleUnknown).not.toHaveBeenCalled()
  expect(screen.queryByText('Save again')).toBeNull()
  await userEvent.click(screen.getByText('Check now'))
  await waitFor(() => expect(settleUnknown).toHaveBeenCalledWith(made))
})
