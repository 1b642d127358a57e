import { expect, it } from 'vitest'
import type { OwnWrite } from '#queries/own-write.ts'
import { beginRound, doneIdsOf, followRound } from './walk-round.ts'

function write(id: string, leadId: string, rest: Partial<OwnWrite> = {}): OwnWrite {
  return {
    id,
    leadId,
    base: { values: {} },
    changes: { status: 'contacted' },
    note: null,
    madeAt: 0,
    state: 'saved',
    dueAt: null,
    endedAt: null,
    failure: null,
    isUnconfirmed: false,
    ...rest,
  } as OwnWrite
}

it('counts leads with a status or a note, each once, and no other change', () => {
  const round = followRound(beginRound([]), [
    write('1', 'a', { state: 'held' }),
    write('2', 'a', { changes: {}, note: 'x' }),
    write('3', 'b', { changes: {}, note: 'x', state: 'sending' }),
    write('4', 'c', { changes: { priority: 'high' } }),
    write('5', 'd', { state: 'rejected' }),
    write('6', 'e', { state: 'unknown' }),
  ])
  expect([...doneIdsOf(round)]).toEqual(['a', 'b'])
})

it('leaves out what was done before the walk began', () => {
  const old = write('1', 'a')
  expect(doneIdsOf(followRound(beginRound([old]), [old])).size).toBe(0)
})

it('takes back what was undone, and keeps what is no longer told of', () => {
  const held = followRound(beginRound([]), [write('1', 'a', { state: 'held' }), write('2', 'b')])
  expect([...doneIdsOf(held)]).toEqual(['a', 'b'])
  expect([...doneIdsOf(followRound(held, [write('1', 'a', { state: 'undone' })]))]).toEqual(['b'])
})

it('is the same round where nothing happened, so that nothing is drawn again', () => {
  const round = followRound(beginRound([]), [write('1', 'a')])
  expect(followRound(round, [write('1', 'a')])).toBe(round)
})
