import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { buildUnsentRow } from './build-unsent-row.ts'
import { byUrgency, eventValue, urgencyOf } from './unsent-rows.ts'

const hour = 3_600_000
const now = Date.parse('2026-11-24T08:00:00Z')

describe('a row', () => {
  it('dates its event by the lead where that tells of an earlier moment', () => {
    const lead = buildLead({ id: 'a', status: 'won', updatedAt: '2026-11-24T02:00:00.000Z' })
    expect(buildUnsentRow({}, now - hour, now, lead).happenedBy).toBe(now - 6 * hour)
    expect(buildUnsentRow({}, now - 9 * hour, now, lead).happenedBy).toBe(now - 9 * hour)
    expect(buildUnsentRow({}, null, now).happenedBy).toBeNull()
  })

  it('makes nothing of a lead that was read with another status', () => {
    const lead = buildLead({ id: 'a', status: 'hot', updatedAt: '2026-11-24T02:00:00.000Z' })
    expect(buildUnsentRow({}, now - hour, now, lead)).toMatchObject({ lead: undefined, happenedBy: now - hour })
    expect(buildUnsentRow({ status: null }, now - hour, now, lead).lead).toBe(lead)
  })

  it('may be too late where its lead was made before the window, even while time may be left', () => {
    const made = (daysAgo: number) =>
      buildLead({
        id: 'a',
        status: 'won',
        createdAt: new Date(now - daysAgo * 24 * hour).toISOString(),
        updatedAt: new Date(now - hour).toISOString(),
      })
    expect(buildUnsentRow({}, now - hour, now, made(9))).toMatchObject({ left: { kind: 'left' }, mayBeLate: true })
    expect(buildUnsentRow({}, now - hour, now, made(6)).mayBeLate).toBe(false)
    expect(buildUnsentRow({}, now - hour, now).mayBeLate).toBe(false)
    expect(buildUnsentRow({}, now - 8 * 24 * hour, now)).toMatchObject({ left: { kind: 'late' }, mayBeLate: true })
  })

  it('shows what was paid for a won lead, and what is expected of any other', () => {
    expect(eventValue(buildLead({ status: 'won', actualValue: 7, estimatedValue: 5 }))).toBe(7)
    expect(eventValue(buildLead({ status: 'won', actualValue: null, estimatedValue: 5 }))).toBe(5)
    expect(eventValue(buildLead({ status: 'hot', actualValue: 7, estimatedValue: 5 }))).toBe(5)
    expect(eventValue(buildLead({ status: 'lost', actualValue: 7, estimatedValue: 5 }))).toBeNull()
    expect(eventValue(undefined)).toBeNull()
  })
})

const rows = fc
  .array(
    fc.record({
      platform: fc.constantFrom('meta', 'google', 'tiktok', 'linkedin', 'posthog', 'snap', null),
      age: fc.option(fc.integer({ min: 0, max: 100 * 24 * hour })),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ platform, age }, n) =>
      buildUnsentRow({ leadId: `l${n}`, adPlatform: platform }, age === null ? null : now - age, now),
    ),
  )

describe('the order of urgency', () => {
  it('keeps every row; what is nearly too late comes first, then what may be, and less time left before more', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const sorted = byUrgency(given)
        expect(new Set(sorted)).toEqual(new Set(given))
        const kinds = sorted.map(({ left }) =>
          left.kind === 'left' && left.isSoon ? 0 : ['late', 'left', 'unknown', 'open'].indexOf(left.kind) + 1,
        )
        expect(kinds).toEqual([...kinds].sort())
        for (const isSoon of [true, false]) {
          const left = sorted.flatMap((row) =>
            row.left.kind === 'left' && row.left.isSoon === isSoon ? [row.left.ms] : [],
          )
          expect(left).toEqual([...left].sort((a, b) => a - b))
        }
      }),
    )
  })

  it('counts as soon what stands at the top', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { soon, late } = urgencyOf(given)
        expect(soon + late).toBeLessThanOrEqual(given.length)
        for (const { left } of given) if (left.kind === 'open') expect(soon + late).toBeLessThan(given.length)
      }),
    )
  })
})
