import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { HowDidItGo } from './how-did-it-go.tsx'

const request = vi.fn()
const change = vi.fn()
const settle = vi.fn()
vi.mock('../status/use-request-status.ts', () => ({ useRequestStatus: () => request }))
vi.mock('../notes/use-note-line.ts', () => ({ useNoteLine: () => (text: string) => `now: ${text}` }))
vi.mock('#queries/own-writes.ts', () => ({ useWriteActions: () => ({ change }) }))
vi.mock('./use-outings.ts', () => ({
  useDueOutings: () => [{ leadId: 'a', by: 'whatsapp', leftAt: 0, hiddenAt: 0, isDue: true }],
  settleOuting: (id: string) => settle(id),
}))

beforeEach(() => {
  for (const spy of [request, change, settle]) spy.mockReset()
})

it('names the event of every outcome and sets its status', async () => {
  const lead = buildLead({ id: 'a', status: 'new', adPlatform: 'meta' })
  render(<HowDidItGo lead={lead} />)
  await userEvent.click(screen.getByRole('button', { name: /^Replied ?Responded · Lead to Meta$/ }))
  expect(request).toHaveBeenCalledExactlyOnceWith(lead, 'responded')
  expect(change).not.toHaveBeenCalled()
  expect(settle).toHaveBeenCalledExactlyOnceWith('a')
})

it('only notes what would set a status back', async () => {
  const lead = buildLead({ id: 'a', status: 'proposal', adPlatform: 'meta' })
  render(<HowDidItGo lead={lead} />)
  await userEvent.click(screen.getByRole('button', { name: /^No reply ?Stays Proposal, with a note$/ }))
  expect(request).not.toHaveBeenCalled()
  expect(change).toHaveBeenCalledExactlyOnceWith(lead, {}, 'now: WhatsApp: no reply')
})

it('can be waved away, and asks nothing of another lead', async () => {
  const { rerender } = render(<HowDidItGo lead={buildLead({ id: 'a' })} />)
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(settle).toHaveBeenCalledExactlyOnceWith('a')
  rerender(<HowDidItGo lead={buildLead({ id: 'b' })} />)
  expect(screen.queryByText('How did it go?')).toBeNull()
})
