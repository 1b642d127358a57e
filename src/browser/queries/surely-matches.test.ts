import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { leadListQuery } from '#contract/lead.ts'
import { adPlatforms, leadPriorities, leadSources, leadStatuses } from '#contract/vocabularies.ts'
import type { LeadListFilters } from './lead-list.ts'
import { surelyMatches } from './surely-matches.ts'

const member = fc.constantFrom('0190c2f4-0000-7000-8000-000000000001', '0190c2f4-0000-7000-8000-000000000002')
const vocabularies = {
  status: fc.constantFrom(...leadStatuses),
  priority: fc.constantFrom(...leadPriorities),
  source: fc.constantFrom(...leadSources),
  adPlatform: fc.constantFrom(...adPlatforms),
  assignedTo: member,
}
const hour = fc.nat(5).map((hours) => new Date(Date.UTC(2026, 10, 24, hours)).toISOString())
const filters = fc.record({ ...vocabularies, createdFrom: hour, createdTo: hour }, { requiredKeys: [] })
const lead = fc
  .record({ ...vocabularies, createdAt: hour }, { requiredKeys: [] })
  .map((fields) => buildLead({ createdAt: null, priority: null, source: null, adPlatform: null, ...fields }))

/** What the contract says of each filter, one by one. */
const rules: Readonly<Record<string, (told: string | null | undefined, asked: string) => boolean>> = {
  createdFrom: (told, asked) => told != null && told >= asked,
  createdTo: (told, asked) => told != null && told < asked,
}
const fieldOf: Readonly<Record<string, string>> = { createdFrom: 'createdAt', createdTo: 'createdAt' }

it('agrees with what the contract says of each filter', () => {
  fc.assert(
    fc.property(lead, filters, (one, asked) => {
      // The contract takes the very same question.
      expect(leadListQuery.safeParse(asked).success).toBe(true)
      const values = one as unknown as Readonly<Record<string, string | null | undefined>>
      const expected = Object.entries(asked).every(([name, value]) =>
        (rules[name] ?? ((told, wanted) => told === wanted))(values[fieldOf[name] ?? name], value),
      )
      expect(surelyMatches(one, asked as LeadListFilters)).toBe(expected)
    }),
    { numRuns: process.env.PROVE === '1' ? 50_000 : 1_000 },
  )
})

it('is not sure of what only the server can tell: a search text, and where a bare day begins', () => {
  const one = buildLead({ firstName: 'Budi', createdAt: '2026-11-24T09:00:00.000Z' })
  expect(surelyMatches(one, { search: 'Budi' })).toBe(false)
  expect(surelyMatches(one, { createdFrom: '2026-11-01' })).toBe(false)
})
