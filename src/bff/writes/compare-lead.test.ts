import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { type Lead, type LeadChanges, leadFields } from '#contract/lead.ts'
import { compareLead, sameValue, showsChanges } from './compare-lead.ts'

const readable = leadFields.filter((field) => field !== 'externalRef')
const value = fc.constantFrom<string | number | null | undefined>('a', 'b', ' a ', 1, 0, '', null, undefined)
const fields = fc.record(Object.fromEntries(readable.map((field) => [field, value])))
const changed = fc.dictionary(fc.constantFrom(...readable), fc.constantFrom('a', 'b', 1, 0, '', null))

test('each changed field is sent, so already, or a conflict: never two of them, never none', () => {
  fc.assert(
    fc.property(fields, fields, changed, (now, base, wanted) => {
      const lead = { ...buildLead(), ...now } as Lead
      const { toSend, theirs } = compareLead(
        lead,
        { values: base as Record<string, string | number | null> },
        wanted as LeadChanges,
      )
      for (const [field, want] of Object.entries(wanted)) {
        const already = sameValue(lead[field as keyof Lead], want)
        const untouched = sameValue(lead[field as keyof Lead], base[field])
        expect([field in toSend, field in theirs]).toEqual([!already && untouched, !already && !untouched])
      }
      for (const field of [...Object.keys(toSend), ...Object.keys(theirs)]) expect(wanted).toHaveProperty(field)
    }),
  )
})

test('a lead shows changes exactly when nothing of them would be sent again', () => {
  fc.assert(
    fc.property(fields, changed, (now, sent) => {
      const lead = { ...buildLead(), ...now } as Lead
      const { toSend, theirs } = compareLead(lead, { values: {} }, sent as LeadChanges)
      const nothingLeft = Object.keys(toSend).length + Object.keys(theirs).length === 0
      expect(showsChanges(lead, sent as LeadChanges)).toBe(nothingLeft && Object.keys(sent).length > 0)
    }),
  )
})

test('nothing is nothing, and zero is not nothing', () => {
  expect(sameValue(null, undefined)).toBe(true)
  expect(sameValue(0, null)).toBe(false)
  expect(sameValue('', null)).toBe(false)
  expect(sameValue('1', 1)).toBe(false)
})
