import { describe, expect, it } from 'vitest'
import { buildDesk } from './build-bff.ts'
import { conversionNotes } from './note-conversions.ts'

function listed(...rows: readonly unknown[]) {
  const desk = buildDesk()
  conversionNotes(desk).list(rows, 9)
  return desk.noted.unsent[0]?.rows
}

const attempt = '2026-11-22T08:00:00.000Z'
const row = { leadId: 'a', status: 'won', adPlatform: 'google', lastConversionSyncAt: attempt }

describe('what a list of undelivered events tells', () => {
  it('is each lead, its platform and status', () => {
    expect(listed({ ...row, conversionSyncStatus: 'failed' })).toEqual([
      { id: 'a', platform: 'google', status: 'won', triedAt: Date.parse(attempt) },
    ])
    expect(listed({ leadId: 'b' }, { id: 'c' }, null)).toEqual([{ id: 'b', platform: '', status: null, triedAt: null }])
  })

  it('takes the attempt of a waiting event for none of its own', () => {
    expect(listed({ ...row, conversionSyncStatus: 'pending' })?.[0]?.triedAt).toBeNull()
    expect(listed({ ...row, conversionSyncStatus: 'partial' })?.[0]?.triedAt).toBe(Date.parse(attempt))
  })

  it('takes a zero date for none', () => {
    const zero = { ...row, conversionSyncStatus: 'failed', lastConversionSyncAt: '0001-01-01T00:00:00Z' }
    expect(listed(zero)?.[0]?.triedAt).toBeNull()
  })
})

describe('a count of delivered events', () => {
  it('that grew is a delivery of its platform; one of all platforms is of none', () => {
    const desk = buildDesk()
    const notes = conversionNotes(desk)
    for (const synced of [4, 9]) {
      notes.counts({ synced }, { timeframe: 'today' }, synced)
      notes.counts({ synced }, { timeframe: 'today', platform: 'meta' }, synced)
    }
    expect(desk.noted.deliveries).toEqual([{ platform: 'meta', now: 9 }])
  })
})

it('a lead tells when it was changed, and since when that is known', () => {
  const desk = buildDesk()
  conversionNotes(desk).leads([{ id: 'a', updatedAt: attempt }, { id: 'b', updatedAt: '0001-01-01' }, 7], 5)
  expect(desk.noted.changes).toEqual([{ changedAt: new Map([['a', Date.parse(attempt)]]), askedAt: 5 }])
})
