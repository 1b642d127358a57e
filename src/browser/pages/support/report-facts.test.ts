import { expect, it } from 'vitest'
import { standardWindows } from '#contract/delivery-windows.ts'
import { ticketAbout, ticketLeadLimit } from '#contract/sent-ticket.ts'
import { buildUnsentRow } from '#parts/conversions/build-unsent-row.ts'
import { failureGroups } from '#parts/conversions/failure-groups.ts'
import { createDateFormat } from '#words/date-format.ts'
import { aboutOf, reportLines } from './report-facts.ts'

const now = Date.parse('2026-11-24T08:00:00Z')
const dates = createDateFormat('en', 'Asia/Jakarta', null)

function groupOf(count: number, lastConversionSyncAt = '2026-11-24T07:02:00.000Z') {
  const rows = Array.from({ length: count }, (_, n) =>
    buildUnsentRow(
      {
        leadId: `lead_${n}`,
        uniqueCode: `API_${n}`,
        adPlatform: 'tiktok',
        conversionSyncStatus: n === 0 ? 'partial' : 'failed',
        lastConversionSyncAt,
      },
      now - 2 * 3_600_000,
      now,
    ),
  )
  const [group] = failureGroups(rows)
  if (group === undefined) throw new Error('No group')
  return group
}

it('names codes, counts, first and last seen, zone, window and the answer that told it', () => {
  const facts = { windows: standardWindows, watchingSince: now - 3_600_000, dates, requestId: '8c1f' }
  expect(reportLines({ ...facts, group: groupOf(3) })).toEqual([
    'Leads API_0, API_1, API_2',
    'Platform tiktok · partial 1 · failed 2 · of 3',
    'First seen by 24/11/2026 13:00 · last attempt 24/11/2026 14:02 · watched since 24/11/2026 14:00',
    'List of undelivered events: request id 8c1f',
    'Events older than 672 h count as refused',
  ])
})

it('leaves out what is not known, and counts what is too much to name', () => {
  const facts = { windows: standardWindows, watchingSince: null, dates, requestId: null }
  const lines = reportLines({ ...facts, group: groupOf(500, '') })
  expect(lines[0]).toMatch(/API_99 and 400 more$/)
  expect(lines[2]).toBe('First seen by 24/11/2026 13:00')
  expect(lines.join('\n').length).toBeLessThan(3000)
  expect(aboutOf(groupOf(500)).leadIds).toHaveLength(ticketLeadLimit)
})

it('names a platform in the ledger by its beginning, whatever an upstream calls it', () => {
  const row = buildUnsentRow({ adPlatform: `${'x'.repeat(39)}😀${'y'.repeat(99)}` }, now, now)
  const [group] = failureGroups([row])
  expect(ticketAbout.safeParse(group && aboutOf(group)).success).toBe(true)
  expect(group?.platform).toBe('x'.repeat(39))
})

it('takes no id into the ledger that could not be a path', () => {
  const row = buildUnsentRow({ leadId: '../x', adPlatform: null }, now, now)
  const [group] = failureGroups([row])
  expect(group && aboutOf(group)).toEqual({ platform: null, leadIds: [] })
})
