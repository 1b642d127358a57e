import { expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { sameAs, twinsOf } from './use-twins.ts'

const [one, two, self] = ['1', '2', 'self'].map((id) => buildLead({ id }))

it('names each other lead once, and never the one that is edited', () => {
  if (one === undefined || two === undefined || self === undefined) throw new Error('no leads')
  const matches = [
    { lead: one, why: 'phone' },
    { lead: self, why: 'phone' },
    { lead: one, why: 'email' },
    { lead: two, why: 'email' },
  ] as const
  expect(twinsOf(matches, 'self')).toEqual({ phone: [one], email: [two] })
  expect(twinsOf(matches, null).phone).toEqual([one, self])
})

it("takes no phone and no e-mail for nobody's", () => {
  const bare = buildLead({ id: 'bare', phone: null, email: null })
  const full = buildLead({ id: 'full', phone: '0812-3456-7890', email: 'Dewi@Example.com' })
  expect(sameAs([bare, full], '', '')).toEqual([])
  expect(sameAs([bare, full], '6281234567890', 'dewi@example.com')).toEqual([
    { lead: full, why: 'phone' },
    { lead: full, why: 'email' },
  ])
})
