import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { emptyDraft, toDraft } from '#parts/lead/lead-draft.ts'
import { eventLine } from './fields/event-line.ts'
import { jobOf } from './form-job.ts'
import { becomes, formFaults, toFormValues } from './form-values.ts'
import { beginForm, restoreEdits } from './kept-draft.ts'

const lead = buildLead()
const start = toDraft(lead, 'en')
const reference = 'kd_0190c2f4-7b1e-7c3d-8a9f-0123456789ab'
const unticked = { withoutValue: false, lostReason: '' }

describe('becoming won', () => {
  const won = { ...start, status: 'won', ...unticked }

  it('asks for the value in the same save, or for the choice to have none', () => {
    expect(formFaults(start, won, false)).toEqual({ actualValue: { kind: 'value' } })
    expect(formFaults(start, { ...won, actualValue: '4.500.000' }, false)).toEqual({})
    expect(formFaults(start, { ...won, withoutValue: true }, false)).toEqual({})
    expect(formFaults(emptyDraft, { ...emptyDraft, ...unticked, firstName: 'A', status: 'won' }, true)).toEqual({
      actualValue: { kind: 'value' },
    })
  })

  it('is not asked of a lead that was won before', () => {
    const wonBefore = toDraft(buildLead({ status: 'won' }), 'en')
    expect(becomes('won', { start: wonBefore, draft: wonBefore, isNew: false })).toBe(false)
    expect(formFaults(wonBefore, { ...wonBefore, ...unticked, notes: 'x' }, false)).toEqual({})
  })

  it('does not take an amount that is none for a value', () => {
    expect(formFaults(start, { ...won, actualValue: 'lots' }, false)).toEqual({ actualValue: { kind: 'amount' } })
  })
})

describe('becoming lost', () => {
  const lost = { ...start, ...unticked, status: 'lost' }

  it('asks for a reason, once', () => {
    expect(formFaults(start, lost, false)).toEqual({ lostReason: { kind: 'reason' } })
    expect(formFaults(start, { ...lost, lostReason: 'price' }, false)).toEqual({})
    const lostBefore = toDraft(buildLead({ status: 'lost' }), 'en')
    expect(formFaults(lostBefore, toFormValues({ ...lostBefore, notes: 'x' }), false)).toEqual({})
  })

  it('sends the reason as a line on the notes of an edit, and as the beginning of those of a new lead', () => {
    const edit = jobOf({ values: { ...lost, notes: 'Mine' }, from: lead, start, note: 'Lost: price', reference })
    expect(edit.changes).toEqual({ status: 'lost', notes: 'Mine' })
    expect(edit.note).toBe('Lost: price')
    const fresh = toFormValues({ ...emptyDraft, firstName: 'A', status: 'lost', notes: 'Mine' })
    const made = jobOf({ values: fresh, from: null, start: emptyDraft, note: 'Lost: price', reference })
    expect(made.changes).toEqual({
      externalRef: reference,
      firstName: 'A',
      status: 'lost',
      notes: 'Lost: price\nMine',
    })
    expect(made.note).toBeUndefined()
  })
})

describe('the line beside the status', () => {
  it('names the event that saving sends by default', () => {
    const draft = { ...emptyDraft, adPlatform: 'meta' }
    expect(eventLine({ start: emptyDraft, draft, isNew: true })).toBe(
      'Saving as New from Meta sends AddToCart to Meta by default.',
    )
  })

  it('says so where nothing is sent', () => {
    expect(eventLine({ start: emptyDraft, draft: emptyDraft, isNew: true })).toBe('Nothing is sent.')
    expect(eventLine({ start, draft: start, isNew: false })).toBe('The status stays the same: nothing is sent.')
  })
})

describe('a kept edit over a fresh read', () => {
  it('keeps what was typed and what was seen beneath it, and takes the rest as it is now', () => {
    const kept = { draft: { ...start, notes: 'called' }, seen: lead, sent: null }
    const fresh = { ...lead, notes: 'by somebody else', priority: 'urgent', updatedAt: '2025-02-01T00:00:00.000Z' }
    const { seen, draft } = restoreEdits(kept, fresh, 'en')
    expect(draft).toEqual({ ...toDraft(fresh, 'en'), notes: 'called' })
    expect(seen).toEqual({ ...fresh, notes: null, updatedAt: lead.updatedAt })
  })

  it('is no edit any more where the lead has come to the same', () => {
    const kept = { draft: { ...start, priority: 'urgent', notes: 'called' }, seen: lead, sent: null }
    const same = { ...lead, priority: 'urgent', notes: 'called', updatedAt: '2025-02-01T00:00:00.000Z' }
    expect(beginForm(same, kept, 'en')).toEqual({
      seen: same,
      values: toFormValues(toDraft(same, 'en')),
      sent: null,
      isRestored: false,
    })
  })
})
