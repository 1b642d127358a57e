import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead } from '#contract/lead.ts'
import { noFilters } from '#parts/filter/filter-codec.ts'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { type BoardColumns, boardColumns, type StatusLists } from './board-columns.ts'
import { type BoardStatus, boardStatuses, columnStatuses, isClosing } from './board-statuses.ts'

const filters = noFilters

function listsOf(held: Partial<Record<BoardStatus, readonly Lead[]>>): StatusLists {
  return Object.fromEntries(
    boardStatuses.map((status) => [status, { leads: held[status] ?? [], total: held[status]?.length ?? 0 }]),
  ) as StatusLists
}

const lead = (id: string, status: string, more: Partial<Lead> = {}): Lead => buildLead({ id, status, ...more })
const idsIn = (columns: BoardColumns, status: BoardStatus) => columns[status].cards.map((card) => card.lead.id)
const moveOf = (leadId: string, status: BoardStatus, more: Partial<OwnWrite> = {}): OwnWrite =>
  buildOwnWrite({ id: `write of ${leadId}`, leadId, changes: { status }, ...more })

/** Some leads, the list each stands in, the status each is shown with, and the writes that explain the difference. */
const anyBoard = fc
  .array(
    fc.record({
      home: fc.constantFrom(...columnStatuses),
      shown: fc.constantFrom(...boardStatuses),
      isElsewhereToo: fc.boolean(),
      state: fc.constantFrom('held', 'sending', 'saved', 'rejected', 'unknown'),
    }),
    { maxLength: 40 },
  )
  .map((rows) => {
    const lists: Partial<Record<BoardStatus, Lead[]>> = {}
    const leads: Lead[] = []
    const writes: OwnWrite[] = []
    rows.forEach(({ home, shown, isElsewhereToo, state }, index) => {
      const id = `lead ${index}`
      const shownLead = lead(id, state === 'rejected' ? home : shown)
      leads.push(shownLead)
      for (const status of new Set(isElsewhereToo ? [home, shown] : [home])) {
        lists[status] = [...(lists[status] ?? []), shownLead]
      }
      if (home !== shown) writes.push(moveOf(id, shown, { state: state as OwnWrite['state'], madeAt: index }))
    })
    return { leads, lists: listsOf(lists), writes, filters, moving: [] }
  })

describe('the columns of the board', () => {
  it('show each lead at most once, and lose none whose status is a column', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const columns = boardColumns(board)
        const shown = boardStatuses.flatMap((status) => idsIn(columns, status))
        expect(new Set(shown).size).toBe(shown.length)
        for (const { id, status } of board.leads) {
          if (!isClosing(status)) expect(idsIn(columns, status as BoardStatus)).toContain(id)
        }
      }),
    )
  })

  it('count what is there: the true counts with the own moves are the leads by their status', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        const columns = boardColumns(board)
        for (const status of boardStatuses) {
          const { total, moves } = columns[status]
          const there = board.leads.filter((each) => each.status === status).length
          expect([status, (total ?? Number.NaN) + moves]).toEqual([status, there])
        }
      }),
    )
  })

  it('put a moved card on top of its new column, the last moved first, and leave the others in order', () => {
    const lists = listsOf({
      new: [lead('a', 'contacted'), lead('b', 'new'), lead('c', 'contacted')],
      contacted: [lead('d', 'contacted'), lead('e', 'contacted')],
    })
    const writes = [moveOf('a', 'contacted', { madeAt: 1 }), moveOf('c', 'contacted', { madeAt: 2 })]
    const columns = boardColumns({ lists, moving: [], writes, filters })
    expect(idsIn(columns, 'contacted')).toEqual(['c', 'a', 'd', 'e'])
    expect(idsIn(columns, 'new')).toEqual(['b'])
    expect([columns.new.moves, columns.contacted.moves]).toEqual([-2, 2])
  })

  it('keep a card that goes to Won as a ghost in its place until it is saved', () => {
    const lists = listsOf({ proposal: [lead('a', 'proposal'), lead('b', 'won'), lead('c', 'proposal')] })
    const board = (state: OwnWrite['state']) => {
      const endedAt = state === 'saved' ? 1 : null
      return boardColumns({ lists, moving: [], writes: [moveOf('b', 'won', { state, endedAt })], filters })
    }
    for (const state of ['held', 'sending', 'checking', 'unknown'] as const) {
      const { cards } = board(state).proposal
      expect(cards.map(({ lead: { id }, isGhost }) => [id, isGhost])).toEqual([
        ['a', false],
        ['b', true],
        ['c', false],
      ])
    }
    expect(idsIn(board('saved'), 'proposal')).toEqual(['a', 'c'])
    expect(board('held').won.moves).toBe(1)
  })

  it('keep a card that leaves the filter as a ghost, and count it no more', () => {
    const lists = listsOf({ hot: [lead('a', 'hot', { assignedTo: 'other' }), lead('b', 'hot', { assignedTo: 'me' })] })
    const writes = [buildOwnWrite({ leadId: 'a', changes: { assignedTo: 'other' }, state: 'sending' })]
    const { hot } = boardColumns({ lists, moving: [], writes, filters: { ...filters, assignedTo: 'me' } })
    expect(hot.cards.map(({ isGhost }) => isGhost)).toEqual([true, false])
    expect(hot.moves).toBe(-1)
  })

  it('bring a failed move back, with the write that says why', () => {
    const lists = listsOf({ new: [lead('a', 'new'), lead('b', 'new')] })
    const write = moveOf('b', 'hot', { state: 'rejected', endedAt: 1 })
    const columns = boardColumns({ lists, moving: [], writes: [write], filters })
    expect(columns.new.cards.map((card) => card.write)).toEqual([null, write])
    expect(columns.hot.cards).toEqual([])
  })

  it('say nothing of a move that was undone', () => {
    const lists = listsOf({ new: [lead('a', 'new')] })
    const writes = [moveOf('a', 'hot', { state: 'undone', endedAt: 1 })]
    expect(boardColumns({ lists, moving: [], writes, filters }).new.cards[0]?.write).toBeNull()
  })

  it('show a lead once that moved on the server between two answers: where it was seen last', () => {
    const lists = listsOf({
      new: [lead('a', 'new', { updatedAt: '2026-11-24T10:00:00Z' })],
      hot: [lead('a', 'hot', { updatedAt: '2026-11-24T10:05:00Z' })],
    })
    const columns = boardColumns({ lists, moving: [], writes: [], filters })
    expect([idsIn(columns, 'new'), idsIn(columns, 'hot')]).toEqual([[], ['a']])
  })

  it('show a lead on the move that no list holds for the moment', () => {
    const writes = [moveOf('a', 'hot', { state: 'saved', endedAt: 1 })]
    const columns = boardColumns({ lists: listsOf({}), moving: [lead('a', 'hot')], writes, filters })
    expect(idsIn(columns, 'hot')).toEqual(['a'])
    expect(columns.hot.moves).toBe(1)
  })
})
