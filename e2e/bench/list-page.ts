import AxeBuilder from '@axe-core/playwright'
import type { Browser } from '@playwright/test'
import { startDashboard } from '../fixtures/dashboard-server.ts'
import { benchContext } from './bench-context.ts'
import { type ColdLoad, coldLoad } from './cold-load.ts'
import { startFloors } from './floors.ts'
import { benchInteractions, heapGrowth, interactionRows } from './interactions.ts'
import { printTable } from './print-table.ts'
import { median, shown } from './statistics.ts'

const rounds = 15

/** The list page beside its two floors, loaded cold in turns; then what a person does on it. */
export async function benchListPage(browser: Browser): Promise<void> {
  const floors = await startFloors()
  const dashboard = await startDashboard({ sandbox: ['--leads', '2500'] })
  const contenders = [
    { name: 'static', url: floors.staticUrl, row: '[data-row]' },
    { name: 'React floor', url: floors.reactUrl, row: '[data-row]' },
    { name: 'ours, /leads', url: `${dashboard.origin}/leads`, row: 'tbody tr a' },
  ]
  const loads = new Map<string, ColdLoad[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, url, row } of contenders) loads.get(name)?.push(await coldLoad(browser, url, row))
  }
  const phones: ColdLoad[] = []
  for (let round = 0; round < 5; round += 1) {
    phones.push(await coldLoad(browser, `${dashboard.origin}/leads`, 'tbody tr a', 4))
  }
  const of = (name: string, pick: (load: ColdLoad) => number) => median((loads.get(name) ?? []).map(pick))
  const row = (measure: string, pick: (load: ColdLoad) => number, goal: string) => [
    measure,
    ...contenders.map(({ name }) => shown(of(name, pick))),
    goal,
  ]
  const firstRow = (load: ColdLoad) => load.firstRowMs
  printTable(
    `List page, cold, medians of ${rounds} interleaved rounds`,
    ['measure', ...contenders.map(({ name }) => name), 'goal'],
    [
      row('JS to first paint, kB br', (load) => load.scriptBytes / 1000, '≤ 175, then 160'),
      row('CSS, kB br', (load) => load.styleBytes / 1000, '≤ 12'),
      row('first row visible, ms', firstRow, '≤ 2 × React floor'),
      [
        'first row, ratio to the React floor',
        '',
        '1',
        shown(of('ours, /leads', firstRow) / of('React floor', firstRow)),
        '≤ 2',
      ],
      row('main-thread CPU until then, ms', (load) => load.cpuMs, '≤ 160'),
      row('LCP, ms', (load) => load.lcpMs, ''),
      row('blocking time, ms', (load) => load.blockingMs, ''),
      row('layout shift', (load) => load.layoutShift, '0'),
      row('requests', (load) => load.requests, ''),
      row('of them to the API', (load) => load.apiRequests, '≤ 8 for a journey'),
      [
        'at 4 × CPU throttle: first row / blocking, ms',
        '',
        '',
        `${shown(median(phones.map(firstRow)))} / ${shown(median(phones.map((load) => load.blockingMs)))}`,
        '',
      ],
    ],
  )
  const interactions = await benchInteractions(browser, dashboard.origin, 24)
  printTable(
    'Event to next paint, and to painted rows; p50 / p95 ms',
    ['interaction', 'next paint (goal ≤ 24)', 'painted rows (goal p95 ≤ 150)'],
    interactionRows(interactions, shown),
  )
  const throttled = await benchInteractions(browser, dashboard.origin, 8, 4)
  printTable(
    'The same at 4 × CPU throttle',
    ['interaction', 'next paint (goal ≤ 64)', 'painted rows'],
    interactionRows(throttled, shown),
  )
  printTable(
    'Journey and heap',
    ['measure', 'ours', 'goal'],
    [
      ['heap growth over 50 open / close, MB', shown(await heapGrowth(browser, dashboard.origin, 50)), '≤ 1'],
      ...(await journeyRows(browser, dashboard.origin)),
    ],
  )
  await dashboard.stop()
  await floors.close()
}

/** Open, list, filter, open a lead, edit, back: how many requests; and what axe says of dash, list and detail. */
async function journeyRows(browser: Browser, origin: string): Promise<string[][]> {
  const context = await benchContext(browser)
  const page = await context.newPage()
  let requests = 0
  let api = 0
  page.on('request', (request) => {
    requests += 1
    if (/^\/(api|bff)\//.test(new URL(request.url()).pathname)) api += 1
  })
  const broken: number[] = []
  const settle = async () => {
    await page.waitForSelector('h1')
    await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
    await page.waitForTimeout(300)
    broken.push((await new AxeBuilder({ page }).analyze()).violations.length)
  }
  await page.goto(`${origin}/leads`)
  await page.waitForSelector('tbody tr a')
  await settle()
  await page.click('nav a[href*="status=contacted"]')
  await page.waitForTimeout(600)
  await page.locator('tbody tr a').first().click()
  await page.waitForSelector('[data-panel]')
  await settle()
  await page.locator('[data-panel] a[href$="/edit"], [data-panel] a[href*="/edit?"]').first().click()
  await page.waitForSelector('form input')
  await page.goBack()
  await page.waitForSelector('[data-panel]')
  const counted = [requests, api]
  await page.goto(origin)
  await settle()
  await context.close()
  return [
    ['requests: open, list, filter, open a lead, edit, back', String(counted[0]), '≤ 25'],
    ['of them to the API', String(counted[1]), '≤ 8'],
    ['axe: rules broken (list / detail / dash)', broken.join(' / '), '0 / 0 / 0'],
  ]
}
