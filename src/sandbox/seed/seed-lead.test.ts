import { describe, expect, it } from 'vitest'
import { momentsOfDay, planSeedDays } from './seed-days.ts'
import { seedLead } from './seed-lead.ts'

const now = Date.parse('2026-11-24T08:30:00Z')
const zone = 'Asia/Jakarta'
const offset = 7 * 3_600_000
const all = planSeedDays(2500, now, zone).flatMap((day) => [...momentsOfDay(day, now, 1)])
const leads = all.map((createdAt, ordinal) => seedLead(1, ordinal, createdAt, now, offset))

describe('the sample', () => {
  it('has the size asked for, nothing from the future, and a today, even just after midnight', () => {
    expect(leads).toHaveLength(2500)
    expect(Math.max(...all)).toBeLessThanOrEqual(now)
    for (const size of [0, 1, 3, 50, 2500]) {
      const midnight = Date.parse('2026-11-23T17:00:20Z')
      const days = planSeedDays(size, midnight, zone)
      expect(days.reduce((sum, day) => sum + day.leads, 0)).toBe(size)
      expect(days.at(-1)?.leads).toBeGreaterThanOrEqual(Math.min(3, size))
      for (const moment of days.flatMap((day) => momentsOfDay(day, midnight, 1)))
        expect(moment).toBeLessThanOrEqual(midnight)
    }
  })

  it('is about half visits, without phone or name', () => {
    const visits = leads.filter((lead) => lead.status === 'pageview')
    expect(visits.length / leads.length).toBeGreaterThan(0.45)
    expect(visits.length / leads.length).toBeLessThan(0.55)
    for (const visit of visits) expect([visit.phone, visit.first_name]).toEqual([null, 'Visitor'])
  })

  it('writes phones in all three forms, and codes that are never the same', () => {
    for (const form of [/^\+628/, /^628/, /^08/]) expect(leads.some((lead) => form.test(lead.phone ?? ''))).toBe(true)
    expect(new Set(leads.map((lead) => lead.unique_code)).size).toBe(leads.length)
    expect(leads.map((lead) => lead.id)).toEqual(leads.map((lead) => lead.id).toSorted())
  })

  it('ripens: of old leads more are closed than of young ones', () => {
    const closed = (from: number, to: number) => {
      const real = leads.filter((lead) => lead.status !== 'pageview')
      const aged = real.filter(
        (lead) => now - lead.created_at >= from * 86_400_000 && now - lead.created_at < to * 86_400_000,
      )
      return aged.filter((lead) => lead.status === 'won' || lead.status === 'lost').length / aged.length
    }
    expect(closed(30, 120)).toBeGreaterThan(closed(0, 4) + 0.2)
  })

  it('loses and wins believable shares of the leads older than two weeks, while young ones are at the start', () => {
    const many = planSeedDays(20_000, now, zone).flatMap((day) => [...momentsOfDay(day, now, 1)])
    const real = many
      .map((createdAt, ordinal) => seedLead(1, ordinal, createdAt, now, offset))
      .filter((lead) => lead.status !== 'pageview')
    const shareOf = (statuses: readonly string[], from: number, to: number) => {
      const aged = real.filter(({ created_at: at }) => now - at >= from * 86_400_000 && now - at < to * 86_400_000)
      return aged.filter((lead) => statuses.includes(lead.status)).length / aged.length
    }
    expect(shareOf(['lost'], 14, 200)).toBeGreaterThan(0.15)
    expect(shareOf(['lost'], 14, 200)).toBeLessThan(0.2)
    expect(shareOf(['won'], 14, 200)).toBeGreaterThan(0.1)
    expect(shareOf(['won'], 14, 200)).toBeLessThan(0.12)
    expect(shareOf(['new', 'contacted', 'responded'], 0, 14)).toBeGreaterThan(0.7)
  })

  it('is the same again for the same seed, and another for another', () => {
    expect(seedLead(1, 5, all[5] ?? 0, now, offset)).toEqual(leads[5])
    expect(seedLead(2, 5, all[5] ?? 0, now, offset)).not.toEqual(leads[5])
  })
})
