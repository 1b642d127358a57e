import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { createDateFormat } from '#words/date-format.ts'
import { createNumberFormat } from '#words/number-format.ts'
import { readNoteDraft, writeNoteDraft } from '../notes/note-draft.ts'
import { LeadTrouble, NoteTrouble } from './lead-trouble.tsx'

const actions = { resolve: vi.fn(), sendAgain: vi.fn(), check: vi.fn(), dismiss: vi.fn() }
let writes: readonly OwnWrite[] = []
vi.mock('#queries/own-writes.ts', () => ({ useLeadWrites: () => writes, useWriteActions: () => actions }))
vi.mock('../display.tsx', () => ({
  useDisplay: () => ({ numbers: createNumberFormat('en', 'IDR'), dates: createDateFormat('en', 'UTC', null) }),
}))
vi.mock('../lead/member-mark.tsx', () => ({ useMemberName: () => (id: string) => id }))

const plain: OwnWrite = {
  id: 'w1',
  leadId: 'a',
  base: { updatedAt: null, values: { priority: 'low' } },
  changes: { priority: 'high' },
  note: null,
  madeAt: 0,
  sentAt: 0,
  sentTo: null,
  state: 'saved',
  dueAt: null,
  endedAt: 0,
  failure: null,
  isUnconfirmed: false,
  checkedAt: null,
  isUndoing: false,
  savedAs: null,
}

function show(...given: readonly Partial<OwnWrite>[]) {
  writes = given.map((write) => ({ ...plain, ...write }))
  return render(
    <MemoryRouter>
      <LeadTrouble lead={buildLead({ id: 'a' })} editPath="/leads/a/edit" />
      <hr />
      <NoteTrouble lead={buildLead({ id: 'a' })} editPath="/leads/a/edit" />
    </MemoryRouter>,
  )
}

beforeEach(() => {
  for (const spy of Object.values(actions)) spy.mockReset()
})

it('says nothing of what went well', () => {
  expect(show({}, { state: 'held' }, { state: 'sending' }, { state: 'undone' }).container.textContent).toBe('')
})

it('shows yours, theirs and before of a conflict, and lets each field be decided', async () => {
  show({
    state: 'conflict',
    failure: { kind: 'conflict', theirs: { priority: 'urgent' }, updatedAt: null, requestId: null },
  })
  expect(screen.getByRole('alert').textContent).toContain('YoursHighTheirsUrgentBeforeLow')
  await userEvent.click(screen.getByText('Take theirs'))
  expect(actions.resolve).toHaveBeenCalledExactlyOnceWith('w1', 'priority', 'theirs')
})

it('does not pull the focus from who is typing, whose letters would become keys', () => {
  const box = document.body.appendChild(document.createElement('textarea'))
  box.focus()
  const failure = { kind: 'conflict', theirs: { priority: 'urgent' }, updatedAt: null, requestId: null } as const
  const { unmount } = show({ state: 'conflict', failure })
  expect(document.activeElement).toBe(box)
  unmount()
  box.remove()
  show({ state: 'conflict', failure })
  expect(document.activeElement).toBe(screen.getByRole('alert'))
})

it('gives a failed note back into its box, above what was typed since', async () => {
  writeNoteDraft('a', 'typed since')
  show({
    changes: {},
    note: '24/11/2026 09.14 · Sari: lost on the way',
    state: 'not-sent',
    failure: { kind: 'upstream', reason: 'unreachable', requestId: 'r-1' },
  })
  expect(screen.getByRole('alert').textContent).toContain('lost on the way')
  expect(screen.getByRole('separator').nextElementSibling).toBe(screen.getByRole('alert'))
  await userEvent.click(screen.getByRole('button', { name: 'Back into the note box' }))
  expect(readNoteDraft('a')).toBe('lost on the way\ntyped since')
  expect(actions.dismiss).toHaveBeenCalledExactlyOnceWith('w1')
})

it('offers to check, send or discard what was never confirmed, and says what a look found', async () => {
  show({ state: 'held', isUnconfirmed: true, checkedAt: Date.UTC(2026, 0, 1, 9, 14) })
  const text = screen.getByRole('alert').textContent
  expect(text).toContain('1 change was not confirmed.')
  expect(text).toContain('Priority: High')
  expect(text).toContain('At 09:14 it was not there.')
  await userEvent.click(screen.getByRole('button', { name: 'Check' }))
  await userEvent.click(screen.getByRole('button', { name: 'Send again' }))
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }))
  expect(Object.values(actions).map((spy) => spy.mock.calls)).toEqual([[], [['w1']], [['w1']], [['w1']]])
})

it('leaves a failed field that is edited in place to its place, but not its status', () => {
  const failure = { kind: 'upstream', reason: 'late', requestId: null } as const
  expect(show({ state: 'rejected', failure }).container.textContent).toBe('')
  show({ state: 'rejected', failure, changes: { status: 'won', actualValue: 5 } })
  expect(screen.getByRole('alert').textContent).toContain('Status: Won')
})

it('says that a write is looked for, without offering to send it twice', () => {
  show({ state: 'checking', dueAt: Date.now() + 5000, endedAt: null })
  expect(screen.getByText(/please don't enter it again/)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
