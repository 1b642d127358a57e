import { expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { twinsOf } from './use-twins.ts'

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
