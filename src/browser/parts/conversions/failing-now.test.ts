import { expect, it } from 'vitest'
import { buildUnsentRow } from './build-unsent-row.ts'
import { failingNow } from './failing-now.ts'
import { failureGroups } from './failure-groups.ts'
import { platformHealth, type Watch } from './platform-health.ts'

const hour = 3_600_000
const now = Date.parse('2026-11-24T22:30:00Z')
const failed = (leadId: string, hoursAgo: number, attemptHoursAgo = hoursAgo, state = 'failed') =>
  buildUnsentRow(
    {
      leadId,
      adPlatform: 'tiktok',
      conversionSyncStatus: state,
      lastConversionSyncAt: new Date(now - attemptHoursAgo * hour).toISOString(),
    },
    now - hoursAgo * hour,
    now,
  )

it('tells one outage with the number and the beginning of its alarm, apart from what failed that morning', () => {
  const rows = [
    ...['a', 'b'].map((id) => failed(id, 12)),
    ...['c', 'd', 'e', 'f'].map((id) => failed(id, 0.6)),
    failed('old', 0.5, 30),
    failed('part', 11, 11, 'partial'),
  ]
  const watch: Watch = { watchingSince: now - 5 * hour, delivered: [] }
  const health = platformHealth('tiktok', rows, watch, null, now)
  const groups = failureGroups(rows, failingNow(rows, watch, now))
  expect(health).toMatchObject({ kind: 'failing', isAlarm: true, count: 4, since: now - 0.6 * hour })
  expect(groups.find(({ isFailingNow }) => isFailingNow)).toMatchObject({ since: now - 0.6 * hour })
  expect(groups.map(({ rows: own }) => own.map(({ event }) => event.leadId))).toEqual([
    ['c', 'd', 'e', 'f'],
    ['a', 'b', 'part', 'old'],
  ])
})

it('sets nothing apart where the platform is not failing', () => {
  const rows = [failed('a', 60), failed('b', 50)]
  const watch: Watch = { watchingSince: now - 70 * hour, delivered: [['tiktok', now - hour]] }
  expect(failureGroups(rows, failingNow(rows, watch, now)).map((group) => group.isFailingNow)).toEqual([false])
})
