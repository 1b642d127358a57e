import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { type Lead, leadChanges, leadCreate, leadFields } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { adPlatforms, leadPriorities, leadSources, leadStatuses } from '#contract/vocabularies.ts'
import { changesOf, emptyDraft, faultsOf, fromDraft, isUnchanged, toDraft } from './lead-draft.ts'

const start = toDraft(buildLead(), 'en')

describe('a draft', () => {
  it('shows amounts in the language of the person and nothing for what is not set', () => {
    expect(start.estimatedValue).toBe('5,000,000')
    expect(toDraft(buildLead(), 'id').estimatedValue).toBe('5.000.000')
    expect(start.notes).toBe('')
    expect(start.actualValue).toBe('')
  })

  it('sends only what was changed, null for what was emptied', () => {
    const draft = { ...start, status: 'won', actualValue: 'Rp 4.500.000', email: ' ', lastName: ' Santoso ' }
    expect(changesOf(start, draft)).toEqual({ status: 'won', actualValue: 4_500_000, email: null })
  })

  it('creates with what is filled in, trimmed, and leaves the rest out', () => {
    const draft = { ...emptyDraft, firstName: ' Andi ', phone: ' 0812 3456 7890 ', notes: ' as typed ' }
    expect(fromDraft(draft)).toEqual({ firstName: 'Andi', phone: '0812 3456 7890', status: 'new', notes: ' as typed ' })
  })

  it('sends a pasted phone as Konektor takes it', () => {
    const typed = { ...start, phone: 'https://wa.me/6281299990000?text=Halo' }
    expect(changesOf(start, typed)).toEqual({ phone: '6281299990000' })
  })

  it.each([4499, 4500, 5000])('keeps %i characters of notes to the last one', (length) => {
    const notes = 'Halo 🌸 مرحبا \n'.repeat(400).slice(0, length)
    const draft = { ...start, notes }
    expect(changesOf(start, draft)).toEqual({ notes })
    expect(faultsOf(start, draft, false)).toEqual({})
    expect(toDraft(buildLead({ notes }), 'id').notes).toBe(notes)
  })

  it('tells the one character too many, and cuts nothing', () => {
    const notes = 'x'.repeat(5001)
    expect(faultsOf(start, { ...start, notes }, false)).toEqual({ notes: { kind: 'long', max: 5000, over: 1 } })
    expect(changesOf(start, { ...start, notes })).toEqual({ notes })
  })

  it('does not take the line breaks of the browser for a change', () => {
    const lead = buildLead({ notes: 'one\r\ntwo', lastName: 'Two\nLines' })
    const draft = toDraft(lead, 'en')
    expect(draft.notes).toBe('one\ntwo')
    expect(isUnchanged(draft, { ...draft })).toBe(true)
  })

  it('shows a reference of our own as none, and leaves it alone', () => {
    const draft = toDraft(buildLead({ externalRef: 'kd_0190c2f4-7b1e-7c3d-8a9f-0123456789ab' }), 'en')
    expect(draft.externalRef).toBe('')
    expect(changesOf(draft, { ...draft, notes: 'x' })).toEqual({ notes: 'x' })
  })

  it('keeps a status that no vocabulary lists, unless it is changed', () => {
    const draft = toDraft(buildLead({ status: 'archived' }), 'en')
    expect(draft.status).toBe('archived')
    expect(faultsOf(draft, { ...draft, notes: 'x' }, false)).toEqual({})
  })
})

describe('faults', () => {
  it('asks for a first name on create, and when an edit empties it', () => {
    expect(faultsOf(emptyDraft, emptyDraft, true)).toEqual({ firstName: { kind: 'required' } })
    expect(faultsOf(start, { ...start, firstName: ' ' }, false)).toEqual({ firstName: { kind: 'required' } })
  })

  it('never complains about what nobody touched', () => {
    const odd = toDraft(buildLead({ firstName: null, email: 'not an address', phone: '0'.repeat(40) }), 'en')
    expect(faultsOf(odd, { ...odd, notes: 'called' }, false)).toEqual({})
  })

  it.each(['firstName', 'lastName', 'phone', 'notes', 'uniqueCode', 'externalRef'] as const)(
    'holds the limit of %s on both sides',
    (field) => {
      const max = limits[field]
      const draft = { ...emptyDraft, firstName: 'A' }
      expect(faultsOf(emptyDraft, { ...draft, [field]: '1'.repeat(max) }, true)).toEqual({})
      expect(faultsOf(emptyDraft, { ...draft, [field]: '1'.repeat(max + 3) }, true)).toEqual({
        [field]: { kind: 'long', max, over: 3 },
      })
    },
  )

  it('names what is no address, no phone, no id and no amount', () => {
    const draft = {
      ...start,
      email: 'budi@',
      phone: 'abc',
      assignedTo: 'sari',
      estimatedValue: '-1',
      actualValue: 'lots',
    }
    expect(faultsOf(start, draft, false)).toEqual({
      email: { kind: 'email' },
      phone: { kind: 'phone' },
      assignedTo: { kind: 'uuid' },
      estimatedValue: { kind: 'amount' },
      actualValue: { kind: 'amount' },
    })
  })
})

const words = (max: number) =>
  fc.string({ minLength: 1, maxLength: max }).map((text) => text.replace(/[\r\n]/g, '').trim() || 'x')
const phones = fc
  .string({ unit: fc.constantFrom(...'0123456789 +-'), minLength: 8, maxLength: 14 })
  .map((text) => `0812${text.replace(/ +/g, ' ').trim()}`)
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const leads: fc.Arbitrary<Lead> = fc.record({
  id: fc.constant('lead_1'),
  firstName: words(limits.firstName),
  lastName: nullable(words(limits.lastName)),
  email: nullable(fc.constantFrom('budi@example.com', 'a.b+c@toko.co.id')),
  phone: nullable(phones),
  status: fc.constantFrom(...leadStatuses),
  priority: nullable(fc.constantFrom(...leadPriorities)),
  source: nullable(fc.constantFrom(...leadSources)),
  adPlatform: nullable(fc.constantFrom(...adPlatforms)),
  notes: nullable(words(limits.notes)),
  uniqueCode: nullable(words(limits.uniqueCode)),
  externalRef: nullable(words(limits.externalRef)),
  assignedTo: nullable(fc.uuid()),
  estimatedValue: nullable(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })),
  actualValue: nullable(fc.integer({ min: 0, max: 10 ** 9 }).map((n) => n / 100)),
})
const language = fc.constantFrom('en' as const, 'id' as const)

describe('for any lead', () => {
  it('the round trip is the identity, and valid to create', () => {
    fc.assert(
      fc.property(leads, language, (lead, locale) => {
        const sent = fromDraft(toDraft(lead, locale))
        for (const field of leadFields) expect(sent[field] ?? null).toBe(lead[field] ?? null)
        expect(leadCreate.safeParse(sent).success).toBe(true)
      }),
    )
  })

  it('the changes between two leads turn the one into the other, and nothing else is sent', () => {
    fc.assert(
      fc.property(leads, leads, language, (one, other, locale) => {
        const changes = changesOf(toDraft(one, locale), toDraft(other, locale))
        for (const field of leadFields) {
          expect({ ...one, ...changes }[field] ?? null).toBe(other[field] ?? null)
          expect(field in changes).toBe((one[field] ?? null) !== (other[field] ?? null))
        }
        expect(leadChanges.safeParse(changes).success).toBe(true)
      }),
    )
  })
})
