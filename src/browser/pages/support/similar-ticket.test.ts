import { expect, it } from 'vitest'
import type { SentTicket } from '#contract/sent-ticket.ts'
import { similarTicket } from './similar-ticket.ts'

const now = Date.parse('2026-11-24T08:00:00Z')
const sent = (hoursAgo: number, part: Partial<SentTicket> = {}): SentTicket => ({
  ref: 'A1B2C-3D4E',
  subject: 'Tracking pixel not firing',
  priority: 'normal',
  outcome: 'sent',
  sentAt: new Date(now - hoursAgo * 3_600_000).toISOString(),
  ...part,
})
const about = { platform: 'tiktok', leadIds: ['a', 'b'] }

it('finds the same subject, however it is written, for 48 hours', () => {
  const draft = { subject: '  tracking  pixel NOT firing ', about: null }
  expect(similarTicket([sent(47)], draft, now)).toBeDefined()
  expect(similarTicket([sent(48)], draft, now)).toBeUndefined()
  expect(similarTicket([sent(1)], { ...draft, subject: '' }, now)).toBeUndefined()
  expect(similarTicket([sent(1, { sentAt: 'odd' })], draft, now)).toBeUndefined()
})

it('finds a ticket about one of the same leads, whatever its subject', () => {
  const other = sent(3, { subject: 'Other', about })
  expect(
    similarTicket([sent(1), other], { subject: 'New', about: { platform: 'tiktok', leadIds: ['b', 'c'] } }, now),
  ).toBe(other)
  expect(similarTicket([other], { subject: 'New', about: { platform: 'tiktok', leadIds: ['c'] } }, now)).toBeUndefined()
})
