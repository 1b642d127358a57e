import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { createNumberFormat } from '#words/number-format.ts'
import { InPlaceAmount } from './in-place-amount.tsx'

const change = vi.fn()
let writes: readonly OwnWrite[] = []
vi.mock('#queries/own-writes.ts', () => ({ useWriteActions: () => ({ change }), useLeadWrites: () => writes }))
vi.mock('../display.tsx', () => ({
  useDisplay: () => ({ locale: 'id', numbers: createNumberFormat('id', 'IDR') }),
}))

beforeEach(() => {
  change.mockReset()
  writes = []
})

const lead = buildLead({ estimatedValue: 5_000_000 })

async function edit() {
  const user = userEvent.setup()
  const { rerender } = render(<InPlaceAmount lead={lead} field="estimatedValue" />)
  await user.click(screen.getByRole('button'))
  return { user, rerender, box: screen.getByLabelText('Estimated value') }
}

it('takes what is typed on Enter', async () => {
  const { user, box } = await edit()
  expect(box).toHaveProperty('value', '5.000.000')
  await user.type(box, '7.500.000{Enter}', { initialSelectionStart: 0, initialSelectionEnd: 9 })
  expect(change.mock.calls).toEqual([[lead, { estimatedValue: 7_500_000 }]])
})

it('takes it on leaving too, and an empty one takes the amount away', async () => {
  const { user, box } = await edit()
  await user.clear(box)
  await user.tab()
  expect(change.mock.calls).toEqual([[lead, { estimatedValue: null }]])
})

it('sends nothing on Escape, nor for the same amount again, and Escape stays inside', async () => {
  const outside = vi.fn()
  document.addEventListener('keydown', outside)
  const { user, box } = await edit()
  await user.clear(box)
  await user.type(box, '1')
  outside.mockClear()
  await user.keyboard('{Escape}')
  document.removeEventListener('keydown', outside)
  expect(outside).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button'))
  await user.keyboard('{Enter}')
  expect(change).not.toHaveBeenCalled()
})

it('keeps what is no amount, with the fault beside it', async () => {
  const { user, box } = await edit()
  await user.clear(box)
  await user.type(box, 'lima juta{Enter}')
  expect(screen.getByRole('alert').textContent).toMatch(/not an amount/)
  expect(box).toHaveProperty('value', 'lima juta')
  expect(change).not.toHaveBeenCalled()
})

it('tells what is no amount as soon as the typing pauses, and what is too large', async () => {
  const { user, box } = await edit()
  await user.clear(box)
  await user.type(box, '-5')
  expect((await screen.findByRole('alert', {}, { timeout: 2000 })).textContent).toMatch(/not an amount/)
  await user.clear(box)
  await user.type(box, '9'.repeat(20))
  expect((await screen.findByRole('alert', {}, { timeout: 2000 })).textContent).toMatch(/too large/)
  expect(change).not.toHaveBeenCalled()
})

it('shows the amount exactly as it is stored', () => {
  render(<InPlaceAmount lead={buildLead({ estimatedValue: 2.5 })} field="estimatedValue" />)
  expect(screen.getByText(/^Rp.2,5$/)).toBeDefined()
})

it('compares with what was seen when the typing began, not with what came meanwhile', async () => {
  const { user, rerender, box } = await edit()
  rerender(<InPlaceAmount lead={{ ...lead, estimatedValue: 9 }} field="estimatedValue" />)
  await user.tab()
  expect(change).not.toHaveBeenCalled()
  expect(box.isConnected).toBe(false)
})

it('begins with what was refused', async () => {
  writes = [buildOwnWrite({ changes: { estimatedValue: 123 }, state: 'rejected', endedAt: 1 })]
  const user = userEvent.setup()
  render(<InPlaceAmount lead={lead} field="estimatedValue" />)
  await user.click(screen.getByText(/5\.000\.000/))
  expect(screen.getByLabelText('Estimated value')).toHaveProperty('value', '123')
})
