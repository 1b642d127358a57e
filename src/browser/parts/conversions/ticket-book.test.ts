import { describe, expect, it } from 'vitest'
import { type SentTicket, ticketLeadLimit } from '#contract/sent-ticket.ts'
import { buildUnsentRow } from './build-unsent-row.ts'
import { failureGroups } from './failure-groups.ts'
import { ticketIndex, ticketOfGroup } from './ticket-book.ts'

const hour = 3_600_000
const now = Date.parse('2026-11-24T08:00:00Z')
const row = (leadId: string, hoursAgo = 2) => buildUnsentRow({ leadId }, now - hoursAgo * hour, now)
const ticket = (leadIds: readonly string[], hoursAgo: number, ref: string | null = 'A1B2C-3D4E'): SentTicket => ({
  ref,
  subject: 'Failing',
  priority: 'normal',
  outcome: ref === null ? 'unknown' : 'sent',
  sentAt: new Date(now - hoursAgo * hour).toISOString(),
  about: { platform: 'meta', leadIds: [...leadIds] },
})
const ids = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `l${from + n}`)

describe('the ticket about a group of failures', () => {
  it('is the newest that names one of its leads, with how many no ticket names', () => {
    const tickets = [ticket(['x'], 1), ticket(['b'], 2), ticket(['a'], 3)]
    const found = ticketOfGroup(ticketIndex(tickets), { rows: ['a', 'b', 'c'].map((id) => row(id)) })
    expect(found).toEqual({ ticket: tickets[1], unreported: 1 })
    expect(ticketOfGroup(ticketIndex(tickets), { rows: [row('c')] })).toBeNull()
  })

  it('that could not name all leads tells of all that were there when it was sent', () => {
    const tickets = [ticket(ids(ticketLeadLimit), 3)]
    const rows = [...ids(ticketLeadLimit + 200).map((id) => row(id, 5)), row('new', 1)]
    expect(ticketOfGroup(ticketIndex(tickets), { rows })?.unreported).toBe(1)
  })

  it('is found at once in a full ledger for thousands of failures', () => {
    const rows = ids(5000).map((id) => row(id))
    const tickets = Array.from({ length: 500 }, (_, n) => ticket(ids(ticketLeadLimit, 10_000 + n * 300), n))
    const begun = performance.now()
    const groups = failureGroups(rows)
    for (const group of groups) expect(ticketOfGroup(ticketIndex(tickets), group)).toBeNull()
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
