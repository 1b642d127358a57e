import { expect, it } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { buildUnsentRow } from '#parts/conversions/build-unsent-row.ts'
import { unsentCsv } from './unsent-csv.ts'

const now = Date.parse('2026-11-24T08:00:00Z')
const head = {
  subject: 'conversions',
  workspace: 'Toko',
  isSample: true,
  query: {},
  zone: 'UTC',
  asOf: now,
  madeAt: now,
}

it('holds a row an event, unknown empty, formulas guarded, and nobody by name', () => {
  const lead = buildLead({
    id: 'a',
    status: 'won',
    actualValue: 9_750_000,
    createdAt: '2026-11-19T08:00:00.000Z',
    updatedAt: '2026-11-20T08:00:00.000Z',
  })
  const rows = [
    buildUnsentRow({ leadId: 'a', uniqueCode: '=1+1', adPlatform: 'tiktok' }, now, now, lead),
    buildUnsentRow({ leadId: 'b', adPlatform: 'google' }, now - 80 * 3_600_000, now),
    buildUnsentRow({ leadId: 'c', adPlatform: 'snap', status: null }, null, now),
  ]
  const text = unsentCsv(rows, (id) => (id === 'a' ? 'A1B2C-3D4E' : undefined), head)
  expect(text.split('\r\n').slice(-5, -1)).toEqual([
    'leadId,uniqueCode,status,adPlatform,defaultEvent,conversionSyncStatus,lastConversionSyncAt,happenedAtTheLatest,hoursLeftAtMost,mayBeTooLate,value,ticketRef',
    "a,'=1+1,won,tiktok,Purchase,failed,,2026-11-20T08:00:00.000Z,576,no,9750000,A1B2C-3D4E",
    'b,,won,google,purchase,failed,,2026-11-21T00:00:00.000Z,,yes,,',
    'c,,,snap,,failed,,,,,,',
  ])
  expect(text).toContain('sandbox: invented leads')
  for (const value of [lead.firstName, lead.lastName, lead.phone, lead.email]) expect(text).not.toContain(value)
})
