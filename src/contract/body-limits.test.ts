import { describe, expect, it } from 'vitest'
import { leadChanges, leadCreate, leadListQuery } from './lead.ts'
import { limits } from './limits.ts'
import { memberName, memberNameLimit } from './member.ts'
import { ticketCreate } from './ticket.ts'
import { adPlatforms, leadPriorities, leadSources, leadStatuses, ticketPriorities } from './vocabularies.ts'

const creates = (part: object) => leadCreate.safeParse({ firstName: 'A', ...part })
const messageOf = (result: ReturnType<typeof creates>) => result.error?.issues[0]?.message

describe('a lead', () => {
  it.each(['firstName', 'lastName', 'phone', 'notes', 'uniqueCode', 'externalRef'] as const)(
    'takes %s up to its limit and not beyond',
    (field) => {
      const max = limits[field]
      expect(creates({ [field]: 'x'.repeat(max) }).success).toBe(true)
      expect(messageOf(creates({ [field]: 'x'.repeat(max + 1) }))).toBe(`Must be at most ${max} characters`)
    },
  )

  it("has the specification's limits", () => {
    expect(limits).toMatchObject({
      firstName: 100,
      lastName: 100,
      phone: 20,
      notes: 5000,
      uniqueCode: 100,
      externalRef: 150,
      search: 200,
      pageSize: 100,
      pageSizeDefault: 50,
      subjectMin: 3,
      subject: 180,
      message: 10_000,
    })
  })

  it('needs a first name to be made, and cannot lose it', () => {
    expect(leadCreate.safeParse({}).error?.issues[0]?.message).toBe('Required')
    expect(messageOf(creates({ firstName: '' }))).toBe('Required')
    expect(leadChanges.safeParse({}).success).toBe(true)
    expect(leadChanges.safeParse({ firstName: '' }).success).toBe(false)
    expect(leadChanges.safeParse({ firstName: null }).success).toBe(false)
    expect(leadChanges.safeParse({ lastName: null, notes: null, actualValue: null }).success).toBe(true)
  })

  it.each([
    ['status', leadStatuses],
    ['priority', leadPriorities],
    ['source', leadSources],
    ['adPlatform', adPlatforms],
  ] as const)('takes every %s of its vocabulary and no other', (field, values) => {
    for (const value of values) expect(creates({ [field]: value }).success).toBe(true)
    for (const value of ['', 'Other', 'toString', 1]) expect(creates({ [field]: value }).success).toBe(false)
  })

  it('takes whole and broken amounts from 0, and nothing that is none', () => {
    for (const value of [0, 1.5, 5_000_000, Number.MAX_SAFE_INTEGER, null]) {
      expect(creates({ estimatedValue: value, actualValue: value }).success).toBe(true)
    }
    for (const value of [-1, Number.NaN, Number.POSITIVE_INFINITY, '5']) {
      expect(creates({ estimatedValue: value }).success).toBe(false)
      expect(creates({ actualValue: value }).success).toBe(false)
    }
  })

  it('takes an assignee by UUID only, and an address that is one', () => {
    expect(creates({ assignedTo: '0190c2f4-7b1e-7000-8000-00000000a1f2' }).success).toBe(true)
    expect(creates({ assignedTo: 'sari' }).success).toBe(false)
    expect(creates({ email: 'budi@example.com' }).success).toBe(true)
    expect(messageOf(creates({ email: 'budi@' }))).toBe('Invalid email')
  })

  it('drops fields nobody has heard of', () => {
    expect(creates({ id: 'x', createdAt: 'y' }).data).toEqual({ firstName: 'A' })
  })
})

describe('a ticket', () => {
  const ticket = (part: object) => ticketCreate.safeParse({ subject: 'abc', message: 'x', ...part }).success

  it('holds the limits of subject and message on both sides', () => {
    expect(ticket({ subject: 'ab' })).toBe(false)
    expect(ticket({ subject: 'x'.repeat(180) })).toBe(true)
    expect(ticket({ subject: 'x'.repeat(181) })).toBe(false)
    expect(ticket({ message: '' })).toBe(false)
    expect(ticket({ message: 'x'.repeat(10_000) })).toBe(true)
    expect(ticket({ message: 'x'.repeat(10_001) })).toBe(false)
  })

  it('takes its own priorities, which are not those of a lead', () => {
    for (const priority of ticketPriorities) expect(ticket({ priority })).toBe(true)
    expect(ticket({ priority: 'medium' })).toBe(false)
  })
})

describe('a list', () => {
  const asks = (query: object) => leadListQuery.safeParse(query)

  it('takes pages from 1 and 1 to 100 rows, as the strings of an address', () => {
    expect(asks({ page: '1', limit: '100' }).data).toEqual({ page: 1, limit: 100 })
    for (const query of [{ limit: '0' }, { limit: '101' }, { page: '0' }, { limit: '1.5' }, { limit: '1e2' }]) {
      expect(asks(query).success).toBe(false)
    }
  })

  it('takes a search up to its limit, and ISO 8601 dates that exist', () => {
    expect(asks({ search: 'x'.repeat(limits.search) }).success).toBe(true)
    expect(asks({ search: 'x'.repeat(limits.search + 1) }).success).toBe(false)
    for (const date of ['2026-11-24', '2026-11-24T17:00:00.000Z', '2026-11-24T17:00:00+07:00', '2024-02-29']) {
      expect(asks({ createdFrom: date }).success).toBe(true)
    }
    for (const date of [
      '2026-02-30',
      '2025-02-29',
      '24/11/2026',
      'now',
      '2026-11-24T25:00:00Z',
      '2026-11-24T24:00',
      '2026-11-24T24:00:00Z',
      '',
    ]) {
      expect(asks({ createdFrom: date }).success).toBe(false)
    }
  })

  it('sorts by what the API can sort by', () => {
    expect(asks({ sortBy: 'updatedAt', sortOrder: 'asc' }).success).toBe(true)
    expect(asks({ sortBy: 'status' }).success).toBe(false)
  })
})

it('a member’s name has 60 characters', () => {
  expect(memberName.safeParse({ name: 'x'.repeat(memberNameLimit) }).success).toBe(true)
  expect(memberName.safeParse({ name: 'x'.repeat(memberNameLimit + 1) }).success).toBe(false)
  expect(memberNameLimit).toBe(60)
})
