import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, it, vi } from 'vitest'
import { type FaultFace, faultFaces, faultOutcomes, upstreamFaults } from '#contract/fault-outcomes.ts'
import { standardSettings } from '#contract/settings.ts'
import { DisplayProvider } from '#parts/display.tsx'
import { QueryProvider } from '#queries/query-provider.tsx'
import { writeSessionDraft } from '#queries/session-draft.ts'
import { faultAnswer } from '#queries/testing/fault-answer.ts'
import { SupportPage } from './support-page.tsx'
import { emptyTicket } from './ticket-draft.ts'

/** What each face says here, and no other. */
const words: Readonly<Record<FaultFace, RegExp>> = {
  'as usual': /Sent as NEW-1/,
  unreachable: /Konektor cannot be reached/,
  late: /did not answer in time/,
  'its error': /Konektor had an error of its own/,
  unreadable: /does not understand/,
  limited: /limit is reached\. You can send in (?:29|30) s/,
  unknown: /don.t know yet whether this arrived.*please don.t send it again/,
}

afterEach(() => {
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

it.each(upstreamFaults)('a ticket that Konektor fails by %s has its face, is sent once, and is kept', async (fault) => {
  const outcome = faultOutcomes.createTicket[fault]
  const subject = 'Sync is late'
  let sent = 0
  vi.stubGlobal('fetch', async (target: string, init: RequestInit) => {
    const line = { ref: 'NEW-1', subject, priority: 'normal', outcome: 'sent', sentAt: new Date(0).toISOString() }
    sent += init.method === 'POST' ? 1 : 0
    if (init.method === 'POST') return faultAnswer(outcome, line)
    if (target.startsWith('/bff/tickets')) return faultAnswer({ code: null }, [])
    return faultAnswer({ code: null }, target.startsWith('/bff/settings') ? standardSettings : { timezone: 'UTC' })
  })
  writeSessionDraft('ticket', { draft: { ...emptyTicket, subject, message: 'Since today.' }, wasSent: false })
  render(
    <QueryProvider>
      <DisplayProvider locale="en">
        <MemoryRouter initialEntries={['/support']}>
          <SupportPage />
        </MemoryRouter>
      </DisplayProvider>
    </QueryProvider>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Send ticket' }))
  await waitFor(() => {
    const text = document.body.textContent ?? ''
    for (const face of faultFaces) expect(words[face].test(text), face).toBe(face === outcome.face)
  })
  const isKept = outcome.face !== 'as usual'
  expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe(isKept ? subject : '')
  expect(sent).toBe(1)
})
