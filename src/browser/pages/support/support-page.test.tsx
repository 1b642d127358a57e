import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Link, MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { SentTicket } from '#contract/sent-ticket.ts'
import { standardSettings } from '#contract/settings.ts'
import { DisplayProvider } from '#parts/display.tsx'
import { QueryProvider } from '#queries/query-provider.tsx'
import { writeSessionDraft } from '#queries/session-draft.ts'
import { SupportPage } from './support-page.tsx'
import { emptyTicket } from './ticket-draft.ts'

const at = '2026-11-24T07:00:00.000Z'
const failed = (leadId: string, adPlatform: string) => ({
  leadId,
  uniqueCode: leadId,
  status: 'won',
  adPlatform,
  conversionSyncStatus: 'failed',
  lastConversionSyncAt: at,
})

let bodies: { subject: string; message: string; about?: { leadIds: string[] } }[]
let tickets: SentTicket[]

beforeEach(() => {
  bodies = []
  tickets = []
  vi.stubGlobal('fetch', async (target: string, init: RequestInit) => {
    const good = (data: unknown) => Response.json({ success: true, data })
    if (init.method === 'POST') {
      bodies.push(JSON.parse(String(init.body)))
      return good({ ref: 'NEW-1', subject: 's', priority: 'normal', outcome: 'sent', sentAt: at })
    }
    if (target.startsWith('/bff/tickets')) return good(tickets)
    if (target.startsWith('/bff/settings')) return good(standardSettings)
    if (target.startsWith('/bff/unsent-seen')) return good({ watchingSince: 1, seen: [], delivered: [] })
    if (target.includes('/conversions/pending')) return good([failed('a0', 'tiktok'), failed('b0', 'meta')])
    if (target.includes('/leads/')) return good(buildLead({ id: target.split('/').at(-1) ?? '', phone: '+62811' }))
    return good({ timezone: 'Asia/Jakarta' })
  })
})

afterEach(() => {
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

function open(place: string) {
  return render(
    <QueryProvider>
      <DisplayProvider locale="en">
        <MemoryRouter initialEntries={[place]}>
          <Link to="/support">Own words</Link>
          <Link to="/support?failure=b0">Other failures</Link>
          <SupportPage />
        </MemoryRouter>
      </DisplayProvider>
    </QueryProvider>,
  )
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const subject = async () => (await screen.findByLabelText<HTMLInputElement>('Subject')).value

it('sends a report with its leads and diagnostics also after the address has let go of it', async () => {
  open('/support?failure=a0')
  expect(await subject()).toMatch(/TikTok/)
  await userEvent.click(screen.getByText('Own words'))
  await press('Send ticket')
  await waitFor(() => expect(bodies).toHaveLength(1))
  expect(bodies[0]?.message).toMatch(/Leads a0/)
  expect(bodies[0]?.about?.leadIds).toEqual(['a0'])
})

it('ticks personal data for one ticket, never for the next', async () => {
  open('/support?failure=a0')
  await userEvent.click(await screen.findByLabelText('Add names, phones and emails'))
  await screen.findByText(/\+62811/)
  await userEvent.click(screen.getByText('Other failures'))
  expect(screen.getByText('You had begun another ticket; it is here.')).toBeTruthy()
  await press('Write about the failures instead')
  expect(await subject()).toMatch(/Meta/)
  expect(screen.getByLabelText<HTMLInputElement>('Add names, phones and emails').checked).toBe(false)
  await press('Send ticket')
  await waitFor(() => expect(bodies).toHaveLength(1))
  expect(bodies[0]?.message).toMatch(/Leads b0/)
  expect(bodies[0]?.message).not.toContain('+62811')
})

it('speaks of another ticket only where one was begun', async () => {
  const draft = { ...emptyTicket, subject: 'Begun', message: 'Words', reportOf: 'a0' }
  writeSessionDraft('ticket', { draft, wasSent: false })
  open('/support')
  await press('Discard it')
  expect(await subject()).toBe('')
  expect(screen.queryByText('You had begun another ticket; it is here.')).toBeNull()
  await userEvent.type(screen.getByLabelText('Subject'), 'New')
  expect(screen.queryByText('You had begun another ticket; it is here.')).toBeNull()
  await userEvent.clear(screen.getByLabelText('Subject'))
  await userEvent.click(screen.getByText('Other failures'))
  expect(await subject()).toMatch(/Meta/)
})

it('learns from the ledger that a ticket nobody answered for has arrived', async () => {
  const draft = { ...emptyTicket, subject: 'Sync is late', message: 'Since today.' }
  const attemptedAt = Date.now()
  writeSessionDraft('ticket', { draft, wasSent: true, attemptedAt })
  const line = { subject: 'Sync is late', priority: 'normal', outcome: 'sent' } as const
  tickets = [{ ...line, ref: 'OLD-1', sentAt: new Date(attemptedAt - 60_000).toISOString() }]
  const { unmount } = open('/support')
  await screen.findByText(/We don't know yet/)
  // Of the one before, the warning stays.
  await screen.findByText(/similar ticket was sent.*OLD-1/)
  unmount()
  tickets = [{ ...line, ref: 'NEW-1', sentAt: new Date(attemptedAt + 900).toISOString() }, ...tickets]
  open('/support')
  await screen.findByText('Arrived as NEW-1.')
  expect(screen.queryByText(/We don't know yet/)).toBeNull()
  expect(await subject()).toBe('')
  await act(async () => undefined)
  expect(bodies).toEqual([])
})
