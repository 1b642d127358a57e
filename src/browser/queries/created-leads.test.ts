import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { withCreated } from './created-leads.ts'

const listed = [buildLead({ id: 'old' })]
const made = buildLead({ id: 'made', status: 'hot', createdAt: '2026-11-24T09:00:00.000Z' })
const ids = (leads: { id: string }[]) => leads.map(({ id }) => id)

describe('a lead just created', () => {
  it('stands at the top of a list that does not have it yet, and once in one that has', () => {
    expect(ids(withCreated(listed, [made], { filters: {}, hasMore: true }))).toEqual(['made', 'old'])
    const current = [made, ...listed]
    expect(withCreated(current, [made], { filters: {}, hasMore: true })).toBe(current)
  })

  it('ends an ascending list once all of it is here', () => {
    const filters = { sortOrder: 'asc' } as const
    expect(withCreated(listed, [made], { filters, hasMore: true })).toBe(listed)
    expect(ids(withCreated(listed, [made], { filters, hasMore: false }))).toEqual(['old', 'made'])
  })

  it.each([
    [{ status: 'won' } as const],
    [{ assignedTo: '11111111-1111-4111-8111-111111111111' }],
    [{ search: 'made' }],
    [{ createdFrom: '2026-11-24T09:00:00.001Z' }],
    [{ createdTo: '2026-11-24T09:00:00.000Z' }],
  ])('is not put where it does not match, or where only the server can tell: %o', (filters) => {
    expect(withCreated(listed, [made], { filters, hasMore: false })).toBe(listed)
  })

  it('is put where it matches every filter', () => {
    const filters = { status: 'hot', createdFrom: '2026-11-24T09:00:00.000Z' } as const
    expect(ids(withCreated(listed, [made], { filters, hasMore: false }))).toEqual(['made', 'old'])
  })
})
