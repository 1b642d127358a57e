import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead, LeadChanges } from '#contract/lead.ts'
import { buildOwnWrite } from './build-own-write.ts'
import type { OwnWrite } from './own-write.ts'
import { shownLead, shownLeads } from './shown-lead.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 9, minute)).toISOString()

const changes = fc.record<LeadChanges>(
  {
    status: fc.constantFrom('new', 'contacted', 'won'),
    priority: fc.constantFrom('low', 'high', null),
    notes: fc.constantFrom('Typed', '', null),
    estimatedValue: fc.constantFrom(0, 1_500_000, null),
  },
  { requiredKeys: [] },
)
const write: fc.Arbitrary<OwnWrite> = fc
  .record({
    leadId: fc.constantFrom('a', 'b'),
    changes,
    note: fc.constantFrom(null, '24/11/2026 09.14 · Sari: called', '24/11/2026 09.15 · Sari: paid'),
    state: fc.constantFrom<OwnWrite['state'][]>(
      'waiting',
      'held',
      'sending',
      'checking',
      'saved',
      'unchanged',
      'conflict',
      'rejected',
      'not-sent',
      'unknown',
      'undone',
      'replaced',
    ),
    isUnconfirmed: fc.boolean(),
    isUndoing: fc.boolean(),
    minute: fc.nat(9),
    knowsAge: fc.boolean(),
  })
  .map(({ minute, knowsAge, state, ...rest }) => {
    const isSaved = state === 'saved' || state === 'unchanged'
    return buildOwnWrite({ ...rest, state, savedAs: isSaved && knowsAge ? at(minute) : null })
  })
const writes = fc.array(write, { maxLength: 6 })
const lead: fc.Arbitrary<Lead> = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), minute: fc.nat(9), notes: fc.constantFrom(null, 'Old') })
  .map(({ id, minute, notes }) => buildLead({ id, notes, updatedAt: at(minute) }))

describe('the overlay', () => {
  it('laid over itself changes nothing more', () => {
    fc.assert(
      fc.property(lead, writes, (given, own) => {
        const once = shownLead(given, own)
        expect(shownLead(once, own)).toEqual(once)
      }),
    )
  })

  it('never touches another lead, and gives back the very object that no write changes', () => {
    fc.assert(
      fc.property(lead, writes, (given, own) => {
        const others = own.filter((one) => one.leadId !== given.id)
        expect(shownLead(given, others)).toBe(given)
        expect(shownLeads([given], others)[0]).toBe(given)
      }),
    )
  })

  it('shows the last of several changes of one field under way, whatever is saved beneath', () => {
    fc.assert(
      fc.property(lead, writes, fc.constantFrom('new', 'contacted', 'won'), (given, own, status) => {
        const last = buildOwnWrite({ leadId: given.id, changes: { status }, state: 'held' })
        expect(shownLead(given, [...own, last]).status).toBe(status)
      }),
    )
  })

  it('never shows a list that lags older than what this tab saved', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), changes, (listed, saved, changed) => {
        const row = buildLead({ updatedAt: at(listed) })
        const own = buildOwnWrite({ state: 'saved', changes: changed, savedAs: at(saved) })
        const shown = shownLead(row, [own])
        if (listed >= saved) expect(shown).toBe(row)
        else expect(shown).toEqual({ ...row, ...changed, updatedAt: at(saved) })
      }),
    )
  })

  it('goes away with a write that ended badly, is unconfirmed or is taken back', () => {
    const row = buildLead()
    for (const state of ['conflict', 'rejected', 'not-sent', 'unknown', 'undone', 'replaced'] as const) {
      expect(shownLead(row, [buildOwnWrite({ state })])).toBe(row)
    }
    expect(shownLead(row, [buildOwnWrite({ isUnconfirmed: true })])).toBe(row)
    expect(shownLead(row, [buildOwnWrite({ isUndoing: true })])).toBe(row)
    const refused = buildOwnWrite({ isUndoing: true, failure: { kind: 'offline', requestId: null } })
    expect(shownLead(row, [refused]).status).toBe('contacted')
  })

  it('puts a note on top of what the server has, once', () => {
    const own = [buildOwnWrite({ changes: {}, note: 'Called' })]
    expect(shownLead(buildLead({ notes: 'Old' }), own).notes).toBe('Called\nOld')
    expect(shownLead(buildLead({ notes: 'Called\nOld' }), own).notes).toBe('Called\nOld')
  })

  it('gives back the very list where nothing in it changes, and draws only the changed row anew', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => buildLead({ id: `lead_${index}` }))
    expect(shownLeads(rows, [buildOwnWrite({ leadId: 'elsewhere' })])).toBe(rows)
    const shown = shownLeads(rows, [buildOwnWrite({ leadId: 'lead_7' })])
    expect(shown.filter((row, index) => row !== rows[index]).map(({ id }) => id)).toEqual(['lead_7'])
  })
})
