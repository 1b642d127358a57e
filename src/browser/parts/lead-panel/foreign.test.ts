import { expect, it } from 'vitest'
import type { OwnWrite } from '#queries/own-write.ts'
import { lookAgain } from './foreign.ts'

const seen = { id: 'a', priority: 'high', assignedTo: null, notes: 'old' }

it('merges silently while nobody edits', () => {
  const lead = { ...seen, priority: 'urgent' }
  expect(lookAgain({ seen, told: [] }, lead, false, [])).toEqual({ seen: lead, told: [] })
})

it('tells what others changed while somebody edits, and not what was done here', () => {
  const lead = { ...seen, priority: 'urgent', estimatedValue: 5, assignedTo: '' }
  const own = [{ changes: { estimatedValue: 5 }, base: { values: {} }, note: null }] as unknown as OwnWrite[]
  expect(lookAgain({ seen, told: [] }, lead, true, own).told).toEqual([
    { field: 'priority', from: 'high', to: 'urgent' },
  ])
})

it('keeps what was first there when a field changes twice', () => {
  const once = lookAgain({ seen, told: [] }, { ...seen, priority: 'urgent' }, true, [])
  expect(lookAgain(once, { ...seen, priority: 'low' }, true, []).told).toEqual([
    { field: 'priority', from: 'high', to: 'low' },
  ])
})

it('does not take the own note for somebody else’s', () => {
  const own = [{ changes: {}, note: 'line' }] as unknown as OwnWrite[]
  expect(lookAgain({ seen, told: [] }, { ...seen, notes: 'line\nold' }, true, own).told).toEqual([])
})

it('tells of a field written here that somebody else wrote over, and not of one that was taken back', () => {
  const own = [
    { changes: { priority: 'medium' }, base: { values: { priority: 'high' } }, note: null },
  ] as unknown as OwnWrite[]
  const sight = { seen: { ...seen, priority: 'medium' }, told: [] }
  expect(lookAgain(sight, { ...seen, priority: 'high' }, true, own).told).toEqual([])
  expect(lookAgain(sight, { ...seen, priority: 'low' }, true, own).told).toEqual([
    { field: 'priority', from: 'medium', to: 'low' },
  ])
})
