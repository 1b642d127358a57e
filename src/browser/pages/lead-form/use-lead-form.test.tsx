import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { toDraft } from '#parts/lead/lead-draft.ts'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import type { Failure } from '#queries/failure.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import type { Job } from './form-job.ts'
import { readKeptDraft, writeKeptDraft } from './kept-draft.ts'
import type { SaveEnd } from './save-end.ts'
import { useLeadForm } from './use-lead-form.ts'

const send = vi.hoisted(() => vi.fn<(job: Job) => Promise<SaveEnd>>())
vi.mock('#parts/display.tsx', () => ({ useDisplay: () => ({ locale: 'en' }) }))
vi.mock('./use-lost-note.ts', () => ({ useLostNote: () => () => 'Lost: price' }))
const own = vi.hoisted(() => ({ writes: [] as readonly OwnWrite[], dismiss: vi.fn() }))
vi.mock('#queries/own-writes.ts', () => ({
  useLeadWrites: () => own.writes,
  useWriteActions: () => ({ dismiss: own.dismiss }),
}))
vi.mock('./use-save-lead.ts', () => ({ useSaveLead: () => ({ send, checking: null }) }))

const seen = buildLead({ notes: 'Old', updatedAt: '2026-11-24T08:00:00.000Z' })
const fresh = buildLead({ notes: 'Changed elsewhere', updatedAt: '2026-11-24T09:00:00.000Z' })
const sent = { writeId: 'w', externalRef: 'kd_0190c2f4-7b1e-7c3d-8a9f-0123456789ab', sentAt: 1 }

function openForm(lead = fresh as typeof fresh | null, onDone = vi.fn()) {
  return { ...renderHook(() => useLeadForm(lead, onDone)), onDone }
}

function restore() {
  writeKeptDraft(fresh.id, { draft: { ...toDraft(seen, 'en'), notes: 'Mine' }, seen, sent: null })
  return openForm().result
}

async function type(form: ReturnType<typeof openForm>, values: Readonly<Record<string, string>>) {
  await act(async () => {
    for (const [field, text] of Object.entries(values)) form.result.current.form.setValue(field as 'notes', text)
  })
}

afterEach(() => {
  own.writes = []
  own.dismiss.mockReset()
  sessionStorage.clear()
  send.mockReset()
})

describe('what was kept', () => {
  it('is laid over what was seen beneath it, and given up for the lead as it is now', () => {
    const state = restore()
    expect(state.current.values.notes).toBe('Mine')
    expect(state.current.seen?.notes).toBe('Old')
    act(() => state.current.discard())
    expect(state.current.values.notes).toBe('Changed elsewhere')
    expect(state.current.seen).toEqual(fresh)
    expect(state.current.isRestored).toBe(false)
    expect(readKeptDraft(fresh.id)).toBeNull()
  })

  it('comes back where a form was taken back with its status, and is a draft from then on', () => {
    const typed = { status: 'proposal' as const, notes: 'Mine' }
    const base = { values: { status: 'new', notes: 'Old' } }
    own.writes = [buildOwnWrite({ id: 'w9', leadId: fresh.id, state: 'undone', changes: typed, base })]
    const { current } = openForm().result
    expect([current.values.notes, current.values.status, current.isRestored]).toEqual(['Mine', 'proposal', true])
    expect(current.seen?.notes).toBe('Old')
    expect(own.dismiss).toHaveBeenCalledWith('w9')
    expect(readKeptDraft(fresh.id)?.draft.notes).toBe('Mine')
  })

  it('is nothing where a status alone was taken back', () => {
    own.writes = [buildOwnWrite({ state: 'undone', changes: { status: 'won', actualValue: 5 } })]
    expect(openForm().result.current.isRestored).toBe(false)
    expect(own.dismiss).not.toHaveBeenCalled()
  })

  it('is not given up while it is saved', async () => {
    send.mockReturnValue(new Promise(() => undefined))
    const state = restore()
    await act(async () => state.current.save())
    expect(send).toHaveBeenCalledOnce()
    expect(state.current.isSaving).toBe(true)
    act(() => state.current.discard())
    expect(state.current.values.notes).toBe('Mine')
  })

  it('is looked up and never sent again where nobody knows what became of it', async () => {
    writeKeptDraft(null, { draft: { ...toDraft(fresh, 'en') }, seen: null, sent })
    const form = openForm(null)
    expect(form.result.current.unknown).toEqual(sent)
    await act(async () => form.result.current.save())
    expect(send).not.toHaveBeenCalled()
    expect(form.result.current.values.firstName).toBe(fresh.firstName)
  })

  it('is sent again by a person only, under the reference of before', async () => {
    const draft = { ...toDraft(fresh, 'en'), externalRef: '' }
    writeKeptDraft(null, { draft, seen: null, sent })
    send.mockResolvedValue({ kind: 'saved', lead: fresh })
    const form = openForm(null)
    await act(async () => form.result.current.settleUnknown(null))
    expect(send).toHaveBeenCalledOnce()
    expect(send.mock.lastCall?.[0].changes.externalRef).toBe(sent.externalRef)
    expect(form.onDone).toHaveBeenCalledOnce()
  })
})

describe('saving', () => {
  it('is over for a change that is held, and keeps nothing', async () => {
    send.mockResolvedValue({ kind: 'held' })
    const form = openForm()
    await type(form, { status: 'lost', lostReason: 'price' })
    expect(readKeptDraft(fresh.id)?.draft.lostReason).toBe('price')
    await act(async () => form.result.current.save())
    await waitFor(() => expect(form.onDone).toHaveBeenCalledWith({ kind: 'held' }, expect.anything()))
    expect(send.mock.lastCall?.[0]).toMatchObject({ changes: { status: 'lost' }, note: 'Lost: price' })
    expect(readKeptDraft(fresh.id)).toBeNull()
  })

  it('stays in the form where it was refused, with the words of the server at its field', async () => {
    const failure: Failure = { kind: 'invalid', fields: { email: 'Invalid email' }, message: '', requestId: null }
    send.mockResolvedValue({ kind: 'failed', failure })
    const form = openForm()
    await type(form, { notes: 'Mine' })
    await act(async () => form.result.current.save())
    expect(form.result.current.failure).toEqual(failure)
    expect(form.result.current.form.getFieldState('email').error?.message).toContain('Invalid email')
    expect(readKeptDraft(fresh.id)).toMatchObject({ draft: { notes: 'Mine' }, sent: null })
    expect(form.onDone).not.toHaveBeenCalled()
  })

  it('keeps an end that nobody knows beyond a reload', async () => {
    send.mockResolvedValue({ kind: 'unknown', sent })
    const form = openForm(null)
    await type(form, { firstName: 'Dewi' })
    await act(async () => form.result.current.save())
    expect(form.result.current.unknown).toEqual(sent)
    expect(readKeptDraft(null)).toMatchObject({ draft: { firstName: 'Dewi' }, sent })
  })

  it('sends what was kept of a conflict over what they wrote', async () => {
    const failure: Failure = {
      kind: 'conflict',
      theirs: { notes: 'Theirs' },
      updatedAt: '2026-11-24T10:00:00.000Z',
      requestId: null,
    }
    send.mockResolvedValueOnce({ kind: 'failed', failure }).mockResolvedValueOnce({ kind: 'saved', lead: null })
    const form = openForm()
    await type(form, { notes: 'Mine' })
    await act(async () => form.result.current.save())
    await act(async () => form.result.current.resolveConflict('notes', 'mine'))
    expect(send.mock.lastCall?.[0]).toMatchObject({
      changes: { notes: 'Mine' },
      from: { notes: 'Theirs', updatedAt: '2026-11-24T10:00:00.000Z' },
    })
    expect(form.onDone).toHaveBeenCalledOnce()
  })
})

describe('save and new', () => {
  it('empties the form for the next lead but for where it comes from and whose it is', async () => {
    send.mockResolvedValue({ kind: 'saved', lead: buildLead({ id: 'made' }) })
    const form = openForm(null)
    await type(form, { firstName: 'Dewi', phone: '081234567', source: 'whatsapp', adPlatform: 'meta', notes: 'x' })
    await act(async () => form.result.current.saveAndNew())
    expect(form.result.current.lastSaved).toMatchObject({ id: 'made', firstName: 'Dewi' })
    expect(form.result.current.values).toMatchObject({ firstName: '', phone: '', notes: '', status: 'new' })
    expect(form.result.current.values).toMatchObject({ source: 'whatsapp', adPlatform: 'meta' })
    expect(readKeptDraft(null)).toBeNull()
    expect(form.onDone).not.toHaveBeenCalled()
    await type(form, { firstName: 'Budi' })
    expect(readKeptDraft(null)?.draft.firstName).toBe('Budi')
  })
})
