import { expect, test } from 'vitest'
import { exportFileName, exportHeadRows } from './export-head.ts'

const head = {
  subject: 'campaigns',
  workspace: 'Toko Budi',
  isSample: true,
  query: { from: '2026-10-27T17:00:00.000Z', to: '2026-11-26T17:00:00.000Z' },
  zone: 'Asia/Jakarta',
  asOf: Date.UTC(2026, 10, 26, 7),
  madeAt: Date.UTC(2026, 10, 26, 7, 1),
} as const

test('the head says whose figures these are, of which period, when, and that they are invented', () => {
  expect(exportHeadRows({ ...head, filters: [['by', 'platform']] })).toEqual([
    ['Konektor Dashboard', 'campaigns'],
    ['workspace', 'Toko Budi'],
    ['data', 'sandbox: invented leads'],
    ['from (inclusive)', '2026-10-27T17:00:00.000Z'],
    ['to (exclusive)', '2026-11-26T17:00:00.000Z'],
    ['time zone', 'Asia/Jakarta'],
    ['by', 'platform'],
    ['as of', '2026-11-26T07:00:00.000Z'],
    ['made', '2026-11-26T07:01:00.000Z'],
    [],
  ])
  const live = exportHeadRows({ ...head, isSample: false, query: { timeframe: 'all_time' } })
  expect(live.flat()).not.toContain('data')
  expect(live).toContainEqual(['timeframe', 'all_time'])
})

test('a file of the sandbox says so in its name', () => {
  expect(exportFileName('campaigns', 'all-time', true, 'csv')).toBe('konektor-campaigns-all-time-sandbox.csv')
  expect(exportFileName('campaigns', '2026-11-01-2026-11-26', false, 'png')).toBe(
    'konektor-campaigns-2026-11-01-2026-11-26.png',
  )
})
