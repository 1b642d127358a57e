import { hashKey } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { leadListQuery } from '../lead-list.ts'
import { createQueryClient } from '../query-client.ts'
import { type Arrivals, newInList, noteArrivals, noteGap } from './arrivals.ts'

const listed = [buildLead({ id: 'old' })]
const list = { leads: listed, asOf: 1_000, hasMore: true, isPrevious: false }

function arrivals(
  ...news: Parameters<typeof noteArrivals> extends [unknown, ...infer Rest] ? Rest[] : never
): Arrivals {
  const client = createQueryClient()
  for (const one of news) noteArrivals(client, ...one)
  return client.getQueryData(['live-arrivals']) ?? { list: [], gaps: {} }
}

describe('what has come since a list was read', () => {
  it('counts new leads that match, and none that were there, came before, or cannot be judged', () => {
    const seen = arrivals(
      [[buildLead({ id: 'before' })], ['before'], 1_000],
      [
        [buildLead({ id: 'new' }), buildLead({ id: 'hot', status: 'hot' }), buildLead({ id: 'old' })],
        ['new', 'hot', 'old'],
        2_000,
      ],
    )
    expect(newInList(seen, {}, list).count).toBe(2)
    expect(newInList(seen, { status: 'hot' }, list).count).toBe(1)
    expect(newInList(seen, { search: 'Budi' }, list).count).toBe(0)
    expect(newInList(seen, {}, { ...list, asOf: 2_000 }).count).toBe(0)
    expect(newInList(seen, {}, { ...list, isPrevious: true }).count).toBe(0)
  })

  it('counts a changed lead only in a list that is here whole: else it may stand among what is not loaded', () => {
    const seen = arrivals([[buildLead({ id: 'changed' })], [], 2_000])
    expect(newInList(seen, {}, list).count).toBe(0)
    expect(newInList(seen, {}, { ...list, hasMore: false }).count).toBe(1)
  })

  it('counts a new lead once, by what it is now', () => {
    const seen = arrivals(
      [[buildLead({ id: 'new' })], ['new'], 2_000],
      [[buildLead({ id: 'new', status: 'hot' })], [], 3_000],
    )
    expect(newInList(seen, {}, list).count).toBe(1)
    expect(newInList(seen, { status: 'new' }, list).count).toBe(0)
    expect(newInList(seen, { status: 'hot' }, list).count).toBe(1)
  })

  it('may be more than was told for a list that had grown, until that is read again', () => {
    const client = createQueryClient()
    noteGap(client, [hashKey(leadListQuery({}).queryKey)], 2_000)
    const seen = client.getQueryData<Arrivals>(['live-arrivals']) as Arrivals
    expect(newInList(seen, {}, list)).toEqual({ count: 0, mayHaveChanged: true })
    expect(newInList(seen, {}, { ...list, asOf: 2_001 }).mayHaveChanged).toBe(false)
    expect(newInList(seen, { status: 'new' }, list).mayHaveChanged).toBe(false)
  })
})
