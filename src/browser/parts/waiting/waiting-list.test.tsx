import { act, fireEvent, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { WaitingList } from './waiting-list.tsx'

const now = 1_000_000
let writes: readonly OwnWrite[] = []
const actions = {
  undo: vi.fn(),
  changeBack: vi.fn(),
  sendAgain: vi.fn(),
  check: vi.fn(),
  dismiss: vi.fn(),
}
const listeners = new Set<() => void>()
vi.mock('#queries/own-writes.ts', async () => {
  const { useSyncExternalStore } = await import('react')
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { useOwnWrites: () => useSyncExternalStore(subscribe, () => writes), useWriteActions: () => actions }
})
vi.mock('#queries/use-known-lead.ts', () => ({
  useKnownLead: (id: string) => (id === 'lead_abc123' ? buildLead({ adPlatform: 'meta' }) : undefined),
}))

vi.mock('#queries/lead-detail.ts', () => ({ useLead: () => ({ data: undefined }) }))

beforeEach(() => {
  vi.useFakeTimers({ now })
  for (const action of Object.values(actions)) action.mockReset()
})
afterEach(() => void vi.useRealTimers())

async function draw(shown: readonly Partial<OwnWrite>[], path = '/leads') {
  writes = shown.map((write, index) =>
    buildOwnWrite({ id: `w${index}`, madeAt: now, sentAt: now, dueAt: now + 5000, ...write }),
  )
  await act(async () => {
    render(
      <MemoryRouter initialEntries={[path]}>
        <WaitingList />
      </MemoryRouter>,
    )
    // The lines' own code comes when there are any.
    await import('./waiting-box.tsx')
  })
  return (next: Partial<OwnWrite>) =>
    act(() => {
      writes = writes.map((write) => ({ ...write, ...next }))
      for (const listener of listeners) listener()
    })
}

/** Text as it is seen, and as it is heard. */
function told(): { readonly seen: string; readonly heard: string } {
  const region = screen.getByRole('region')
  const [seen, heard] = [region.cloneNode(true), region.cloneNode(true)] as [HTMLElement, HTMLElement]
  for (const hidden of seen.querySelectorAll('.sr-only')) hidden.remove()
  for (const hidden of heard.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  return { seen: seen.textContent ?? '', heard: heard.textContent ?? '' }
}

it('counts down for the eye and says it once, with the event and Undo', async () => {
  await draw([{}])
  expect(told().seen).toContain('Budi Santoso → Contacted. By default this sends Contact to Meta in 5\u00a0s.')
  const { heard } = told()
  expect(heard).toContain('By default this sends Contact to Meta in a few seconds.')
  act(() => void vi.advanceTimersByTime(2000))
  expect(told().seen).toContain('in 3\u00a0s.')
  expect(told().heard).toBe(heard)
  fireEvent.click(screen.getByText('Undo'))
  expect(actions.undo.mock.calls).toEqual([['w0']])
})

it('says that nothing is sent where no platform gets it, and promises no event it cannot know', async () => {
  await draw([{ changes: { status: 'contacted', adPlatform: 'other' } }, { leadId: 'unseen' }])
  expect(told().seen).toContain('Nothing is sent. Saved in 5\u00a0s.')
  expect(told().seen).toContain('A lead → Contacted. Sent in 5 s')
})

it('takes back the last one by U and by Ctrl+Z, but not while somebody types', async () => {
  await draw([{}, { leadId: 'other' }])
  fireEvent.keyDown(document.body, { key: 'u' })
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  expect(actions.undo.mock.calls).toEqual([['w1'], ['w1']])
  const input = document.body.appendChild(document.createElement('input'))
  fireEvent.keyDown(input, { key: 'z', ctrlKey: true })
  fireEvent.keyDown(input, { key: 'u' })
  input.remove()
  expect(actions.undo).toHaveBeenCalledTimes(2)
})

it('says before changing back that what was sent stays sent, and waits for the answer', async () => {
  await draw([{ state: 'saved', endedAt: now }])
  fireEvent.click(screen.getByText('Change back'))
  expect(actions.changeBack).not.toHaveBeenCalled()
  expect(told().seen).toContain('Already saved. Changing the status back does not withdraw an event already sent.')
  act(() => void vi.advanceTimersByTime(20_000))
  fireEvent.click(screen.getByText('Change back'))
  expect(actions.changeBack.mock.calls).toEqual([['w0']])
})

it('goes from held to saved to nothing', async () => {
  const become = await draw([{}])
  become({ state: 'sending', dueAt: null })
  expect(told().seen).toContain('Sending…')
  become({ state: 'saved', endedAt: now })
  expect(told().seen).toContain('Saved.')
  act(() => void vi.advanceTimersByTime(9000))
  expect(told().seen).toBe('')
})

it('tells an outcome nobody knows as that, with every way on', async () => {
  await draw([
    { state: 'checking' },
    { state: 'unknown', leadId: 'b' },
    { state: 'waiting', isUnconfirmed: true, leadId: 'c', changes: { priority: 'high' } },
  ])
  expect(told().seen).toContain("We don't know yet whether this was saved.")
  expect(told().seen).toContain('A lead: Priority. This change was not confirmed.')
  expect(screen.getAllByText('Check')).toHaveLength(2)
  expect(screen.getAllByText('Send again')).toHaveLength(2)
  fireEvent.click(screen.getAllByText('Discard')[1] ?? document.body)
  expect(actions.dismiss.mock.calls).toEqual([['w2']])
})

it('names the field of a conflict and leads to both values', async () => {
  await draw([
    {
      state: 'conflict',
      failure: { kind: 'conflict', theirs: { status: 'lost' }, updatedAt: null, requestId: null },
    },
  ])
  expect(told().seen).toContain('Someone changed Status while you were editing.')
  expect(screen.getByText('Compare').getAttribute('href')).toBe('/leads/lead_abc123')
})

it('says why a change was refused, and that the limit holds it up', async () => {
  await draw([
    { state: 'rejected', failure: { kind: 'upstream', reason: 'unreachable', requestId: null } },
    { dueAt: now + 40_000, leadId: 'b' },
  ])
  expect(told().seen).toContain('Not saved. Konektor cannot be reached right now.')
  expect(told().seen).toContain('limit is reached. Continuing in 40 s; your input is safe.')
})

it('shows three and counts the rest until they are asked for', async () => {
  await draw([1, 2, 3, 4, 5, 6, 7].map((n) => ({ leadId: `lead_${n}` })))
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  fireEvent.click(screen.getByText('and 4 more'))
  expect(screen.getAllByRole('listitem')).toHaveLength(7)
})

it('gives the focus back when the line that had it is gone', async () => {
  const row = document.body.appendChild(document.createElement('button'))
  const become = await draw([{}])
  row.focus()
  screen.getByText('Undo').focus()
  become({ state: 'undone', endedAt: now })
  expect(document.activeElement).toBe(row)
  row.remove()
})

it('asks before a tab is closed that holds what has not left it, and no longer once the server has it', async () => {
  const isAsked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
  const change = await draw([{ state: 'waiting', sentAt: null, dueAt: null }])
  expect(isAsked()).toBe(true)
  change({ state: 'held', sentAt: now })
  expect(isAsked()).toBe(false)
})
