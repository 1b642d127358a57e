import { describe, expect, it } from 'vitest'
import { buildUnsentRow } from './build-unsent-row.ts'
import { platformHealth, type Watch } from './platform-health.ts'

const hour = 3_600_000
const now = Date.parse('2026-11-24T08:00:00Z')
const row = (state: string, hoursAgo: number, n = 0) =>
  buildUnsentRow(
    {
      leadId: `${state}${n}`,
      conversionSyncStatus: state,
      lastConversionSyncAt: state === 'failed' ? new Date(now - hoursAgo * hour).toISOString() : null,
    },
    now - hoursAgo * hour,
    now,
  )
const watching: Watch = { watchingSince: now - 50 * hour, delivered: [] }
const arrived = (hoursAgo: number): Watch => ({ ...watching, delivered: [['meta', now - hoursAgo * hour]] })

describe('the health of a platform', () => {
  it('is failing since the first failure after which nothing arrived', () => {
    const failed = [row('failed', 2, 1), row('failed', 1, 2)]
    expect(platformHealth('meta', failed, watching, null, now)).toEqual({
      kind: 'failing',
      since: now - 2 * hour,
      count: 2,
      isAlarm: false,
    })
    expect(platformHealth('meta', [...failed, row('failed', 1, 3)], watching, null, now)).toMatchObject({
      kind: 'failing',
      isAlarm: true,
    })
  })

  it('is not called failing for one failure that nobody watched, nor where a part of an event arrived since', () => {
    const unwatched: Watch = { watchingSince: now, delivered: [] }
    const three = [1, 2, 3].map((n) => row('failed', 2, n))
    expect(platformHealth('meta', three.slice(2), unwatched, null, now)).toEqual({ kind: 'some-failed', count: 1 })
    expect(platformHealth('meta', three, unwatched, null, now)).toMatchObject({ kind: 'failing', isAlarm: false })
    const partly = buildUnsentRow(
      { leadId: 'p', conversionSyncStatus: 'partial', lastConversionSyncAt: new Date(now - hour).toISOString() },
      now - hour,
      now,
    )
    expect(platformHealth('meta', [...three, partly], watching, null, now).kind).toBe('some-failed')
  })

  it('raises the alarm for what failed under its eyes, whatever had failed before', () => {
    const late: Watch = { watchingSince: now - 3 * hour, delivered: [] }
    const rows = [row('failed', 20, 9), ...[1, 2, 3].map((n) => row('failed', 2, n))]
    expect(platformHealth('meta', rows, late, null, now)).toEqual({
      kind: 'failing',
      since: now - 2 * hour,
      count: 3,
      isAlarm: true,
    })
  })

  it('is not failing as a whole where events arrive meanwhile, or the failures are old', () => {
    expect(platformHealth('meta', [row('failed', 2)], arrived(1), null, now)).toEqual({ kind: 'some-failed', count: 1 })
    expect(platformHealth('meta', [row('failed', 60)], watching, null, now)).toEqual({ kind: 'some-failed', count: 1 })
  })

  it('is not failing where far more was delivered than has failed in the same time', () => {
    const failed = [1, 2, 3].map((n) => row('failed', 20 - n, n))
    const of30Days = (delivered: number) => ({ delivered, perHour: delivered / 720 })
    expect(platformHealth('meta', failed, watching, of30Days(400), now)).toEqual({ kind: 'some-failed', count: 3 })
    expect(platformHealth('meta', failed, watching, of30Days(100), now)).toMatchObject({ isAlarm: true })
    // Every event of the last five hours: however many there were in the month before.
    const broken = [1, 2, 3].map((n) => row('failed', 1 + n, n))
    expect(platformHealth('meta', broken, watching, of30Days(400), now)).toMatchObject({ isAlarm: true })
  })

  it('is waiting once an event waits for more than an hour, and an alarm where nothing was seen to arrive', () => {
    const waiting = [row('pending', 31), row('pending', 0.5, 2)]
    expect(platformHealth('meta', waiting, watching, null, now)).toEqual({
      kind: 'waiting',
      since: now - 31 * hour,
      count: 2,
      isAlarm: true,
    })
    expect(platformHealth('meta', waiting, arrived(0.2), null, now)).toMatchObject({ kind: 'waiting', isAlarm: false })
  })

  it('raises no alarm for a time in which nobody watched', () => {
    const justCame: Watch = { watchingSince: now - 60_000, delivered: [] }
    expect(platformHealth('meta', [row('pending', 31)], justCame, null, now)).toMatchObject({ isAlarm: false })
    expect(platformHealth('meta', [row('pending', 31)], { ...justCame, watchingSince: null }, null, now)).toMatchObject(
      {
        isAlarm: false,
      },
    )
  })

  it('is healthy only where something was seen or counted to arrive', () => {
    expect(platformHealth('meta', [], watching, null, now).kind).toBe('nothing-waiting')
    expect(platformHealth('meta', [], watching, { delivered: 0, perHour: 0 }, now).kind).toBe('nothing-waiting')
    expect(platformHealth('meta', [], watching, { delivered: 4, perHour: null }, now).kind).toBe('healthy')
    expect(platformHealth('meta', [], arrived(9), null, now).kind).toBe('healthy')
    expect(platformHealth('meta', [row('pending', 0.5)], watching, null, now)).toEqual({ kind: 'fresh', count: 1 })
  })

  it('is not called healthy while only a part of an event has arrived', () => {
    const rows = [row('partial', 2), row('pending', 0.5)]
    expect(platformHealth('meta', rows, arrived(1), null, now)).toEqual({ kind: 'some-partly', count: 1 })
  })

  it('has no data where nothing is sent by default', () => {
    expect(platformHealth('posthog', [], watching, null, now).kind).toBe('no-data')
    expect(platformHealth('toString', [], watching, null, now).kind).toBe('no-data')
  })
})
