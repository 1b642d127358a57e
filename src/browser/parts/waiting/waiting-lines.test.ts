import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeStates } from '#contract/lead-write.ts'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { undoableOf } from './waiting-face.ts'
import { firstLines, linesOf } from './waiting-lines.ts'

const now = 1_000_000
const looking = { now, openLeadId: null, keptId: null }

function write(overrides: Partial<OwnWrite> = {}): OwnWrite {
  return buildOwnWrite({ madeAt: now - 1000, sentAt: now - 900, dueAt: now + 4000, ...overrides })
}

function facesOf(writes: readonly OwnWrite[], more: Partial<typeof looking> = {}) {
  return linesOf(writes, { ...looking, ...more }).map(({ face }) => face)
}

it('tells a status all the way, another edit only where something is wrong', () => {
  const plain = { changes: { priority: 'high' as const } }
  expect(facesOf([write(), write(plain)])).toEqual(['held'])
  expect(facesOf([write({ state: 'sending' }), write({ ...plain, state: 'sending' })])).toEqual(['sending'])
  expect(facesOf([write({ ...plain, state: 'rejected' }), write({ ...plain, state: 'unknown' })])).toEqual([
    'failed',
    'unknown',
  ])
  expect(facesOf([write({ ...plain, state: 'waiting', madeAt: now - 5000 })])).toEqual(['waiting'])
})

it('tells a hold that lasts longer than its grace as the limit', () => {
  expect(facesOf([write({ dueAt: now + 40_000 })])).toEqual(['limited'])
  expect(facesOf([write({ changes: { status: 'won' }, dueAt: now + 9000 })])).toEqual(['held'])
})

it('offers the way back for eight seconds, longer while it is thought about, and not once the status moved on', () => {
  const saved = write({ id: 'a', state: 'saved', dueAt: null, endedAt: now - 1000 })
  expect(facesOf([saved])).toEqual(['saved'])
  expect(facesOf([{ ...saved, endedAt: now - 9000 }])).toEqual([])
  expect(facesOf([{ ...saved, endedAt: now - 9000 }], { keptId: 'a' as never })).toEqual(['saved'])
  expect(facesOf([saved, write({ id: 'b' })])).toEqual(['held'])
  expect(facesOf([saved, write({ id: 'b', leadId: 'other' })])).toEqual(['saved', 'held'])
})

it('leaves the trouble of an open lead to its panel, but not what can be undone', () => {
  const writes = [write({ state: 'conflict' }), write()]
  expect(facesOf(writes, { openLeadId: 'lead_abc123' as never })).toEqual(['held'])
})

const anyWrite = fc
  .record({
    state: fc.constantFrom(...writeStates, 'waiting' as const),
    isUnconfirmed: fc.boolean(),
    lead: fc.integer({ min: 0, max: 3 }),
    age: fc.integer({ min: 0, max: 20_000 }),
  })
  .map(({ state, isUnconfirmed, lead, age }) =>
    write({
      state,
      isUnconfirmed,
      leadId: `lead_${lead}`,
      madeAt: now - age,
      endedAt: state === 'held' ? null : now - age,
    }),
  )

it('shows three at most, in their order, and never hides trouble behind what is well', () => {
  fc.assert(
    fc.property(fc.array(anyWrite, { maxLength: 12 }), (writes) => {
      const lines = linesOf(writes, looking)
      const first = firstLines(lines)
      expect(first).toHaveLength(Math.min(3, lines.length))
      expect(first).toEqual(lines.filter((line) => first.includes(line)))
      const hidden = lines.filter((line) => !first.includes(line))
      const open = ['conflict', 'failed', 'unknown', 'unconfirmed']
      if (hidden.some(({ face }) => open.includes(face))) {
        expect(first.every(({ face }) => open.includes(face))).toBe(true)
      }
    }),
  )
})

it('means the last change that can still be taken back by Undo', () => {
  const [first, second] = [write({ id: 'a' }), write({ id: 'b' })]
  expect(undoableOf([first, second, write({ id: 'c', state: 'sending' })])?.id).toBe('b')
  expect(undoableOf([first, { ...second, isUndoing: true }])?.id).toBe('a')
  expect(undoableOf([write({ state: 'saved' })])).toBeUndefined()
})

it('is one line for the statuses of a lead that wait: the last', () => {
  const later = write({ id: 'later', changes: { status: 'qualified' } })
  expect(linesOf([write({ id: 'first' }), later], looking).map((line) => line.write.id)).toEqual(['later'])
  expect(facesOf([write({ id: 'first' }), { ...later, state: 'undone', endedAt: now }])).toEqual(['held'])
  expect(facesOf([write({ id: 'first' }), { ...later, leadId: 'other' }])).toEqual(['held', 'held'])
})

it('keeps Won and Lost in sight before the plain statuses made after them', () => {
  const won = write({ id: 'won', leadId: 'a', changes: { status: 'won' } })
  const plain = ['b', 'c', 'd'].map((id) => write({ id, leadId: id }))
  expect(firstLines(linesOf([won, ...plain], looking)).map((line) => line.write.id)).toEqual(['won', 'c', 'd'])
})

it('promises no seconds while this browser is offline', () => {
  const status = write({ state: 'waiting', madeAt: now })
  expect(linesOf([status], { ...looking, isOffline: true }).map(({ face }) => face)).toEqual(['waiting'])
  expect(facesOf([status])).toEqual(['held'])
})
