import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leadStatuses } from '#contract/vocabularies.ts'
import { nextJoinPage } from './join-plan.ts'

const none = new Map<string, { readonly status: string }>()
const rows = [
  { leadId: 'a', status: 'contacted' },
  { leadId: 'b', status: 'contacted' },
  { leadId: 'c', status: 'won' },
  { leadId: 'd', status: 'archived' },
]

describe('the plan of joining leads to undelivered events', () => {
  it('begins with what was won, then where most are missing', () => {
    expect(nextJoinPage(rows, none, [], leadStatuses)).toEqual({ status: 'won', cursor: null })
    const pages = [{ status: 'won' as const, nextCursor: 'x' }]
    expect(nextJoinPage(rows, new Map([['c', { status: 'won' }]]), pages, leadStatuses)).toEqual({
      status: 'contacted',
      cursor: null,
    })
  })

  it('asks again for a lead that was read with another status', () => {
    const found = new Map([['c', { status: 'contacted' }]])
    expect(nextJoinPage(rows.slice(2), found, [], leadStatuses)).toEqual({ status: 'won', cursor: null })
    expect(nextJoinPage(rows.slice(2), new Map([['c', { status: 'won' }]]), [], leadStatuses)).toBeNull()
  })

  it('goes on by the cursor, and ends where nothing more can be found', () => {
    const only = rows.slice(0, 2)
    const first = { status: 'contacted' as const, nextCursor: 'next' }
    expect(nextJoinPage(only, none, [first], leadStatuses)).toEqual({ status: 'contacted', cursor: 'next' })
    expect(nextJoinPage(only, none, [first, { ...first, nextCursor: null }], leadStatuses)).toBeNull()
    expect(nextJoinPage([{ leadId: 'd', status: 'archived' }], none, [], leadStatuses)).toBeNull()
  })

  it('never asks for a page twice, whatever the list', () => {
    const status = fc.constantFrom<string | null>(...leadStatuses, 'archived', null)
    fc.assert(
      fc.property(fc.array(fc.record({ leadId: fc.string(), status })), fc.array(fc.boolean()), (list, ends) => {
        const pages: { status: (typeof leadStatuses)[number]; nextCursor: string | null }[] = []
        const asked = new Set<string>()
        for (let n = 0; n < 20; n += 1) {
          const next = nextJoinPage(list, none, pages, leadStatuses)
          if (next === null) return
          const key = `${next.status} ${next.cursor}`
          expect(asked.has(key)).toBe(false)
          asked.add(key)
          pages.push({ status: next.status, nextCursor: ends[n] === true ? `${n}` : null })
        }
      }),
    )
  })
})
