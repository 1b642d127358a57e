import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead } from '#contract/lead.ts'
import type { LeadStatus } from '#contract/vocabularies.ts'
import { createNumberFormat } from '#words/number-format.ts'
import { StatusDialogs } from './status-dialogs.tsx'
import { useRequestStatus } from './use-request-status.ts'

const change = vi.fn()
vi.mock('#queries/own-writes.ts', () => ({ useWriteActions: () => ({ change }) }))
vi.mock('../display.tsx', () => ({
  useDisplay: () => ({ locale: 'id', numbers: createNumberFormat('id', 'IDR') }),
}))
vi.mock('../notes/use-note-line.ts', () => ({
  useNoteLine: () => (text: string) => `24/11/2026 09.14 · Sari: ${text}`,
}))

// The dialog is loaded late. Compiling it may take longer than a test looks for it; that is not what is tested here.
beforeAll(() => import('./asked-dialog.tsx'))

beforeEach(() => {
  change.mockReset()
  // The test's browser has no layer above the page.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false
    this.dispatchEvent(new Event('close'))
  }
})

const dewi: Lead = {
  ...buildLead(),
  firstName: 'Dewi',
  lastName: 'Lestari',
  status: 'hot',
  adPlatform: 'tiktok',
  estimatedValue: 21_000_000,
  actualValue: null,
}

function Asker({ lead, status }: { readonly lead: Lead; readonly status: LeadStatus }) {
  const requestStatus = useRequestStatus()
  return (
    <>
      <button type="button" onClick={() => requestStatus(lead, status)}>
        Set
      </button>
      <StatusDialogs />
    </>
  )
}

async function set(status: LeadStatus, lead: Partial<Lead> = {}) {
  const user = userEvent.setup()
  render(<Asker lead={{ ...dewi, ...lead }} status={status} />)
  await user.click(screen.getByText('Set'))
  return user
}

it('asks for the value before anything is sent, and sends it with the status', async () => {
  const user = await set('won')
  const amount = await screen.findByLabelText('Actual value')
  expect(screen.getByText(/reported to TikTok as Purchase and cannot be withdrawn/)).toBeTruthy()
  expect(amount).toHaveProperty('value', '')
  expect(document.activeElement).toBe(amount)
  await user.type(amount, '12.500.000{Enter}')
  expect(change.mock.calls).toEqual([[{ ...dewi }, { status: 'won', actualValue: 12_500_000 }]])
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(screen.getByText('Set'))
})

it('says what a short amount is read as, and never sends what is no amount', async () => {
  const user = await set('won')
  const amount = await screen.findByLabelText('Actual value')
  await user.click(screen.getByText('Mark as won'))
  expect(screen.getByText(/Enter a value, or choose/)).toBeTruthy()
  await user.type(amount, '2,5')
  expect(screen.getByText(/^= Rp.2,5$/)).toBeTruthy()
  await user.type(amount, 'm{Enter}')
  expect(screen.getByText(/This is not an amount/)).toBeTruthy()
  expect(change).not.toHaveBeenCalled()
})

it('asks once about an amount that looks like a slip', async () => {
  const user = await set('won')
  const amount = await screen.findByLabelText('Actual value')
  await user.type(amount, '2,5{Enter}')
  expect(screen.getByText(/^= Rp.2,5\. Really\?$/)).toBeTruthy()
  expect(change).not.toHaveBeenCalled()
  await user.type(amount, '0{Enter}')
  expect(change).not.toHaveBeenCalled()
  await user.keyboard('{Enter}')
  expect(change.mock.calls).toEqual([[{ ...dewi }, { status: 'won', actualValue: 2.5 }]])
})

it('asks whether nothing is meant, and then takes it for a purchase without a value', async () => {
  const user = await set('won', { actualValue: 5000 })
  await user.type(await screen.findByLabelText('Actual value'), '0{Enter}')
  expect(screen.getByText(/without a value\. Really\?/)).toBeTruthy()
  expect(change).not.toHaveBeenCalled()
  await user.keyboard('{Enter}')
  expect(change.mock.calls[0]?.[1]).toEqual({ status: 'won', actualValue: null })
})

it('takes the estimate with one press, to be looked at and changed', async () => {
  const user = await set('won')
  await user.click(await screen.findByText(/Use estimate/))
  expect(screen.getByLabelText('Actual value')).toHaveProperty('value', '21.000.000')
  expect(change).not.toHaveBeenCalled()
  await user.click(screen.getByText('Mark as won'))
  expect(change.mock.calls[0]?.[1]).toEqual({ status: 'won', actualValue: 21_000_000 })
})

it('sends no value where that is chosen, and takes one away that was there', async () => {
  const user = await set('won')
  await user.click(await screen.findByText('Purchase without a value'))
  expect(change.mock.calls[0]?.[1]).toEqual({ status: 'won' })
})

it('takes an old value away where none is to be reported', async () => {
  const user = await set('won', { actualValue: 5000 })
  expect(await screen.findByText(/Keep Rp/)).toBeTruthy()
  await user.click(screen.getByText('Purchase without a value'))
  expect(change.mock.calls[0]?.[1]).toEqual({ status: 'won', actualValue: null })
})

it('does nothing on Cancel', async () => {
  const user = await set('won')
  await user.click(await screen.findByText('Cancel'))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(change).not.toHaveBeenCalled()
})

it('asks why a lead is lost, and writes the reason as a note with the status', async () => {
  const user = await set('lost')
  await user.click(await screen.findByText('Mark as lost'))
  expect(screen.getByText('Choose a reason.')).toBeTruthy()
  expect(screen.getAllByRole('radio')).toHaveLength(6)
  await user.click(screen.getByLabelText('Wrong number or spam'))
  await user.click(screen.getByText('Mark as lost'))
  expect(change.mock.calls).toEqual([
    [{ ...dewi }, { status: 'lost' }, '24/11/2026 09.14 · Sari: Lost: wrong number or spam'],
  ])
})

it('sets every other status at once', async () => {
  await set('proposal')
  expect(change.mock.calls).toEqual([[{ ...dewi }, { status: 'proposal' }]])
})

it.each(['hot', 'pageview'] as const)('never sets what it has already, nor a visit: %s', async (status) => {
  await set(status)
  expect(change).not.toHaveBeenCalled()
})
