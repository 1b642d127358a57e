import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { toDraft } from '#parts/lead/lead-draft.ts'
import { readKeptDraft, writeKeptDraft } from './kept-draft.ts'
import { useLeadForm } from './use-lead-form.ts'

const update = vi.hoisted(() => vi.fn(() => new Promise<never>(() => undefined)))
vi.mock('#parts/display.tsx', () => ({ useDisplay: () => ({ locale: 'en' }) }))
vi.mock('./use-save-lead.ts', () => ({ useSaveLead: () => ({ create: vi.fn(), update }) }))

const seen = buildLead({ notes: 'Old', updatedAt: '2026-11-24T08:00:00.000Z' })
const fresh = buildLead({ notes: 'Changed elsewhere', updatedAt: '2026-11-24T09:00:00.000Z' })

function restore() {
  writeKeptDraft(fresh.id, { draft: { ...toDraft(seen, 'en'), notes: 'Mine' }, seen, sent: null })
  return renderHook(() => useLeadForm(fresh, () => undefined)).result
}

afterEach(() => {
  sessionStorage.clear()
  update.mockClear()
})

it('lays restored edits over what was seen beneath them, and gives them up for the lead as it is now', () => {
  const state = restore()
  expect(state.current.values.notes).toBe('Mine')
  expect(state.current.seen?.notes).toBe('Old')
  act(() => state.current.discard())
  expect(state.current.values.notes).toBe('Changed elsewhere')
  expect(state.current.seen).toEqual(fresh)
  expect(state.current.isRestored).toBe(false)
  expect(readKeptDraft(fresh.id)).toBeNull()
})

it('gives nothing up while it is saved', async () => {
  const state = restore()
  await act(async () => state.current.save())
  expect(update).toHaveBeenCalledOnce()
  expect(state.current.isSaving).toBe(true)
  act(() => state.current.discard())
  expect(state.current.values.notes).toBe('Mine')
})
