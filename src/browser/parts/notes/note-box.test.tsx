import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { limits } from '#contract/limits.ts'
import { createNumberFormat } from '#words/number-format.ts'
import { NoteBox } from './note-box.tsx'
import { writeNoteDraft } from './note-draft.ts'
import { writeNoteLine } from './note-log.ts'

const change = vi.fn()
vi.mock('#queries/own-writes.ts', () => ({ useWriteActions: () => ({ change }) }))
vi.mock('../display.tsx', () => ({
  useDisplay: () => ({ numbers: createNumberFormat('en', 'IDR'), zone: 'Asia/Jakarta' }),
}))
vi.mock('../me/use-me.ts', () => ({ useMe: () => ({ id: 'x', name: 'Sari', isUnasked: false }) }))
vi.mock('../me/me-question.tsx', () => ({ MeQuestion: () => null }))

const lead = buildLead({ id: 'lead-1', notes: 'older' })

beforeEach(() => {
  change.mockReset()
  writeNoteDraft('lead-1', '')
  sessionStorage.clear()
})

it('adds a signed line with Ctrl and Enter, and empties the box', async () => {
  render(<NoteBox lead={lead} />)
  const box = screen.getByLabelText<HTMLTextAreaElement>('Add a note')
  await userEvent.type(box, 'Wants 40 units 🙂{Control>}{Enter}{/Control}')
  expect(change).toHaveBeenCalledOnce()
  const [given, changes, line] = change.mock.calls[0] ?? []
  expect([given, changes]).toEqual([lead, {}])
  expect(line).toMatch(/^\d{2}\/\d{2}\/\d{4} \d{2}\.\d{2} · Sari: Wants 40 units 🙂$/)
  expect(box.value).toBe('')
  expect(sessionStorage).toHaveLength(0)
})

it('adds nothing for an empty box', async () => {
  render(<NoteBox lead={lead} />)
  await userEvent.type(screen.getByLabelText('Add a note'), '   ')
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  expect(change).not.toHaveBeenCalled()
})

it('keeps what is typed when the panel goes on to another lead and comes back', async () => {
  const { unmount } = render(<NoteBox lead={lead} />)
  await userEvent.type(screen.getByLabelText('Add a note'), 'half a thought')
  unmount()
  render(<NoteBox lead={lead} />)
  expect(screen.getByLabelText<HTMLTextAreaElement>('Add a note').value).toBe('half a thought')
  expect(Object.values(sessionStorage).join()).toContain('half a thought')
})

const old = (month: string, text: string) =>
  writeNoteLine(text, { at: Date.parse(`2026-${month}-01T00:00:00Z`), zone: 'Asia/Jakarta', name: 'Rini' })
const full = buildLead({ id: 'lead-1', notes: [old('03', 'b'.repeat(2400)), old('01', 'a'.repeat(2400))].join('\n') })

it('removes the oldest note only once it is in the clipboard, and adds in the same change', async () => {
  const user = userEvent.setup()
  render(<NoteBox lead={full} />)
  await user.click(screen.getByLabelText('Add a note'))
  await user.paste('n'.repeat(200))
  expect(screen.getByText('Notes use 5,077 of 5,000')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(change).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Copy and remove the oldest' }))
  expect(await navigator.clipboard.readText()).toBe(old('01', 'a'.repeat(2400)))
  const [, changes, line] = change.mock.calls[0] ?? []
  expect(changes).toEqual({ notes: old('03', 'b'.repeat(2400)) })
  expect(`${line}\n${changes.notes}`.length).toBeLessThanOrEqual(limits.notes)
})

it('shows the oldest marked to copy by hand where the browser forbids the clipboard', async () => {
  const user = userEvent.setup()
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
  render(<NoteBox lead={full} />)
  await user.click(screen.getByLabelText('Add a note'))
  await user.paste('n'.repeat(200))
  await user.click(screen.getByRole('button', { name: 'Copy and remove the oldest' }))
  expect(change).not.toHaveBeenCalled()
  expect(screen.getByLabelText<HTMLTextAreaElement>('The oldest notes').value).toBe(old('01', 'a'.repeat(2400)))
  await user.click(screen.getByRole('button', { name: 'I have copied it: remove and add' }))
  expect(change).toHaveBeenCalledOnce()
})
