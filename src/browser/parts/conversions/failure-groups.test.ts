import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildUnsentRow } from './build-unsent-row.ts'
import { failureGroups } from './failure-groups.ts'

const hour = 3_600_000
const now = Date.parse('2026-11-24T08:00:00Z')
const row = (leadId: string, adPlatform: string | null, hoursAgo: number | null, state = 'failed') =>
  buildUnsentRow(
    { leadId, adPlatform, conversionSyncStatus: state },
    hoursAgo === null ? null : now - hoursAgo * hour,
    now,
  )

describe('groups of failures', () => {
  it('tell platforms apart, and troubles that began more than a day apart', () => {
    const groups = failureGroups([
      row('a', 'tiktok', 2),
      row('b', 'tiktok', 9),
      row('c', 'tiktok', 90),
      row('d', 'meta', 3, 'partial'),
      row('e', 'meta', 3, 'pending'),
    ])
    expect(groups.map((group) => [group.platform, group.rows.map(({ event }) => event.leadId)])).toEqual([
      ['meta', ['d']],
      ['tiktok', ['b', 'a']],
      ['tiktok', ['c']],
    ])
    expect(groups[1]?.since).toBe(now - 9 * hour)
  })

  it('hold each failed row once, of one platform, in one stretch of time', () => {
    const rows = fc
      .array(
        fc.tuple(
          fc.constantFrom('meta', 'tiktok', 'snap', null),
          fc.option(fc.integer({ min: 0, max: 300 })),
          fc.constantFrom('failed', 'partial', 'pending', 'odd'),
        ),
        { maxLength: 40 },
      )
      .map((all) => all.map(([platform, hours, state], n) => row(`l${n}`, platform, hours, state)))
    fc.assert(
      fc.property(rows, (given) => {
        const groups = failureGroups(given)
        const failed = given.filter(({ event }) => ['failed', 'partial'].includes(event.conversionSyncStatus ?? ''))
        expect(
          groups
            .flatMap((group) => group.rows)
            .map(({ event }) => event.leadId)
            .sort(),
        ).toEqual(failed.map(({ event }) => event.leadId).sort())
        expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length)
        for (const { platform, rows: own } of groups) {
          const moments = own.flatMap(({ happenedBy }) => happenedBy ?? [])
          for (const [n, at] of moments.entries()) expect(at - (moments[n - 1] ?? at)).toBeLessThanOrEqual(24 * hour)
          for (const { event } of own) expect(event.adPlatform ?? '').toBe(platform)
        }
      }),
    )
  })
})
