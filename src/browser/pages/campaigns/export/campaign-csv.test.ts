import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import type { Campaign } from '#contract/analytics.ts'
import { exportColumns } from '#contract/export-note.ts'
import { unguardCell } from '#parts/export/csv-text.ts'
import { campaignRows } from '#parts/figures/campaign-rows.ts'
import { groupRows, withBefore } from '../rows/campaign-groups.ts'
import { campaignCsv } from './campaign-csv.ts'

const head = {
  subject: 'campaigns',
  workspace: '=Toko',
  isSample: true,
  query: { timeframe: 'all_time' },
  zone: 'Asia/Jakarta',
  asOf: undefined,
  madeAt: 0,
  filters: [['by', 'campaign']],
} as const

function read(campaigns: readonly Campaign[], before: readonly Campaign[] | null = null) {
  const group = (answer: readonly Campaign[]) => groupRows(campaignRows(answer), 'campaign')
  const rows = withBefore(group(campaigns), before === null ? null : group(before))
  const all = Papa.parse<string[]>(campaignCsv(rows, head), { delimiter: ',', newline: '\r\n' })
  const start = all.data.findIndex(([first]) => first === 'campaignName')
  const [columns = [], ...body] = all.data.slice(start, -1)
  return {
    rows,
    head: all.data.slice(0, start),
    body: body.map((cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))),
  }
}

it('is read back as it was, whatever a campaign is called, and no name runs as a formula', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=cmd|calc', '+6281234567890', '-1', '@x', 'a "quoted", name', 'two\r\nlines', "'=1", ''),
  )
  const campaigns = fc.array(fc.record({ campaignName: hostile, adPlatform: hostile, leads: fc.nat() }))
  fc.assert(
    fc.property(campaigns, (answer) => {
      const { rows, body } = read(answer)
      expect(body.map((line) => unguardCell(line.campaignName ?? ''))).toEqual(rows.map((row) => row.name))
      expect(body.map((line) => unguardCell(line.adPlatform ?? ''))).toEqual(rows.map((row) => row.platform))
      expect(body.flatMap(Object.values).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    }),
  )
})

it('says that the rows are invented, and what they were filtered by', () => {
  const { head: lines } = read([])
  expect(lines).toContainEqual(['data', 'sandbox: invented leads'])
  expect(lines).toContainEqual(['by', 'campaign'])
  expect(lines).toContainEqual(['workspace', "'=Toko"])
})

it('leaves empty what is not known, and writes zero as zero', () => {
  const [known, unknown] = read([
    { campaignName: 'Known', adPlatform: 'meta', leads: 4, conversions: 0, conversionValue: 0 },
    { campaignName: 'Odd', leads: 3, conversions: 9, conversionValue: -5 },
  ]).body
  expect(known).toMatchObject({ conversions: '0', conversionRate: '0', conversionValue: '0', previousLeads: '' })
  expect(unknown).toMatchObject({ leads: '3', conversions: '9', conversionRate: '', conversionValue: '' })
  expect(Object.keys(known ?? {})).toEqual([...exportColumns.campaigns])
})

it('has the previous period beside each row while comparing', () => {
  const promo = { campaignName: 'Promo', adPlatform: 'meta', leads: 10, conversions: 2, conversionValue: 7 }
  const [line] = read([promo], [{ ...promo, leads: 8, conversions: 1, conversionValue: 3 }]).body
  expect(line).toMatchObject({ previousLeads: '8', previousConversions: '1', previousConversionRate: '0.125' })
})
