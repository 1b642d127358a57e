import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { LeadChanges } from '#contract/lead.ts'
import { limits } from '#contract/limits.ts'
import { planPatch } from './plan-patch.ts'
import type { LanePart } from './waiting-parts.ts'

type Values = Record<string, string | number | null>

function part(id: string, values: Values, changes: Values, note: string | null = null): LanePart {
  return { id, base: { values }, changes: changes as LeadChanges, note, dueAt: 0 }
}
const now = buildLead({ status: 'new', priority: 'medium', notes: 'Old' })

const value = fc.constantFrom('a', 'b', null)
const edited = ['status', 'priority', 'lastName', 'notes'] as const
const anyParts = fc
  .array(
    fc.record({
      wants: fc.dictionary(fc.constantFrom(...edited), value),
      saw: fc.record({ status: value, priority: value, lastName: value, notes: value }),
      note: fc.constantFrom(null, 'One', 'Two'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map(({ wants, saw, note }, index) => part(`w${index}`, saw, wants, note)))
const anyLead = fc
  .record({ status: value, priority: value, lastName: value, notes: value })
  .map((fields) => buildLead(fields))

test('every part ends in exactly one way or is compared again, and some part always ends or goes', () => {
  fc.assert(
    fc.property(anyLead, anyParts, (lead, parts) => {
      const plan = planPatch(lead, parts)
      const ended = [
        ...plan.going,
        ...plan.unchanged,
        ...plan.overtaken,
        ...[...plan.conflicts, ...plan.full].map(({ id }) => id),
      ]
      expect([...new Set([...ended, ...plan.later])].sort()).toEqual(parts.map(({ id }) => id))
      const twice = ended.filter((id, at) => ended.indexOf(id) !== at)
      expect(twice.every((id) => plan.going.includes(id) && plan.overtaken.includes(id))).toBe(true)
      expect(ended.length).toBeGreaterThan(0)
      expect(plan.going.length > 0).toBe(Object.keys(plan.body).length > 0)
    }),
  )
})

test('nothing goes half: no field of a part that conflicts is sent for its sake, and every field of one that goes is so', () => {
  fc.assert(
    fc.property(anyLead, anyParts, (lead, parts) => {
      const plan = planPatch(lead, parts)
      const then = { ...lead, ...plan.body } as unknown as Values
      const going = parts.filter(({ id }) => plan.going.includes(id))
      const applied = parts.filter(({ id }) => [...plan.going, ...plan.unchanged, ...plan.overtaken].includes(id))
      for (const [field, sent] of Object.entries(plan.body)) {
        if (field === 'notes') continue
        expect(going.some(({ changes }) => (changes as Values)[field] === sent)).toBe(true)
      }
      for (const one of going) {
        for (const [field, want] of Object.entries(one.changes)) {
          if (field === 'notes') continue
          const overtaken = applied.slice(applied.indexOf(one) + 1).some(({ changes }) => field in changes)
          expect(overtaken || (then[field] ?? null) === want).toBe(true)
        }
      }
    }),
  )
})

test('a status that conflicts keeps a note beside it from nothing', () => {
  const plan = planPatch(now, [
    part('status', { status: 'contacted', priority: 'medium' }, { status: 'won', priority: 'high' }),
    part('note', {}, {}, 'Called'),
  ])
  expect(plan.body).toEqual({ notes: 'Called\nOld' })
  expect(plan.going).toEqual(['note'])
  expect(plan.conflicts).toEqual([{ id: 'status', theirs: { status: 'new' } }])
})

test('what was built on a part that conflicts conflicts with it', () => {
  const plan = planPatch(now, [
    part('first', { priority: 'low' }, { priority: 'high' }),
    part('second', { priority: 'high' }, { priority: 'low' }),
  ])
  expect(plan.conflicts.map(({ id, theirs }) => [id, theirs])).toEqual([
    ['first', { priority: 'medium' }],
    ['second', { priority: 'medium' }],
  ])
})

test('edited notes of somebody who did not see a line that goes now are compared after it', () => {
  const plan = planPatch(now, [part('line', {}, {}, 'Called'), part('edit', { notes: 'Old' }, { notes: 'New' })])
  expect([plan.going, plan.later]).toEqual([['line'], ['edit']])
})

test('note lines go on top in the order they were made, once each', () => {
  const plan = planPatch(now, [
    part('a', {}, {}, 'One'),
    part('b', {}, {}, 'Two'),
    part('c', {}, {}, 'Old'),
    part('d', {}, {}, 'One'),
  ])
  expect(plan.body).toEqual({ notes: 'Two\nOne\nOld' })
  expect(plan.unchanged).toEqual(['c'])
})

test('a note fits up to the limit and not one character beyond it', () => {
  for (const [length, fits] of [
    [limits.notes - 3, true],
    [limits.notes - 2, false],
  ] as const) {
    const plan = planPatch({ ...now, notes: 'x'.repeat(length) }, [part('a', {}, {}, 'ab')])
    expect(plan.full).toEqual(fits ? [] : [{ id: 'a', length }])
  }
})
