import type { Browser, Page } from '@playwright/test'
import { startDashboard } from '../fixtures/dashboard-server.ts'
import { benchContext } from './bench-context.ts'
import { armPaint, paintedMs } from './paint.ts'
import { printTable } from './print-table.ts'
import { median, quantile, shown } from './statistics.ts'

const rounds = 15
const switches = 30
const figure = 'section[aria-label="Figures"]'
const times = (values: readonly number[]) => `${shown(median(values))} / ${shown(quantile(values, 0.95))}`

/** What a minute's look costs: calls of the shared budget, time until the first figure, switching, bytes of charts. */
export async function benchOverview(browser: Browser): Promise<void> {
  const dashboard = await startDashboard({ sandbox: ['--leads', '100000'] })
  const { origin } = dashboard
  const calls = await callsOfVisits(browser, origin)
  const first: number[] = []
  for (let round = 0; round < rounds; round += 1) first.push(await shellToFigure(browser, origin))
  const switched = await switchToPaint(browser, origin)
  const plain = await scriptsOf(browser, `${origin}/workspace`)
  const bytes: Record<string, number> = {}
  for (const path of ['/', '/funnel', '/campaigns']) {
    const scripts = await scriptsOf(browser, origin + path)
    bytes[path] = [...scripts].reduce((sum, [url, size]) => (plain.has(url) ? sum : sum + size), 0)
  }
  await dashboard.stop()
  printTable(
    'Overview, funnel, campaigns (100,000 leads)',
    ['measure', 'ours', 'goal'],
    [
      ['upstream calls, overview cold: before the lazy part / comparison / trend / other', calls.cold, '≤ 8 before'],
      ['upstream calls, overview warm', calls.warm, '0'],
      ['shell → first figure, cold, p50 / p95 ms', times(first), '≤ 300'],
      ['period key → painted, cached, p50 / p95 ms', times(switched), 'p95 ≤ 100'],
      ...Object.entries(bytes).map(([path, size]) => [
        `own chunks of ${path}, kB br`,
        shown(size / 1000),
        path === '/' ? '' : '≤ 110',
      ]),
    ],
  )
}

async function callsOfVisits(browser: Browser, origin: string): Promise<{ cold: string; warm: string }> {
  const page = await (await benchContext(browser)).newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname + search)
  })
  await page.goto(origin)
  await page.waitForSelector(figure)
  await page.waitForTimeout(3000)
  // What nobody waits for: other windows than the page's own, single leads asked for a number, the count beside a link.
  const period = new URLSearchParams(asked.find((call) => call.includes('/campaigns'))?.split('?')[1]).toString()
  const isOther = (call: string) => call.includes('/analytics/') && !call.endsWith(period)
  const isLate = (call: string) => isOther(call) || call.includes('limit=1&') || call.endsWith('/conversions/pending')
  const before = asked.findIndex(isLate)
  const windows = asked.filter(isOther)
  const compared = windows.filter((call) => call.includes('/summary')).length * 2
  const cold = `${before} / ${compared} / ${windows.length - compared} / ${asked.length - before - windows.length}`
  const all = asked.length
  await page.click('a[href="/support"]')
  await page.waitForTimeout(500)
  await page.click('nav a[href="/"]')
  await page.waitForSelector(figure)
  await page.waitForTimeout(1500)
  await page.context().close()
  const again = asked.slice(all).filter((call) => !call.endsWith('/conversions/pending'))
  return { cold, warm: String(again.length) }
}

/** Milliseconds from the first frame with the navigation until the first with a figure. */
async function shellToFigure(browser: Browser, origin: string): Promise<number> {
  const page = await (await benchContext(browser)).newPage()
  await page.addInitScript((selector) => {
    const seen: { shell?: number; figure?: number } = {}
    Object.assign(window, { seen })
    const look = () => {
      if (seen.shell === undefined && document.querySelector('aside nav') !== null) seen.shell = performance.now()
      if (document.querySelector(selector) !== null) seen.figure = performance.now()
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, figure)
  await page.goto(origin)
  await page.waitForSelector(figure)
  const ms = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { shell: number; figure: number } }
    return seen.figure - seen.shell
  })
  await page.context().close()
  return ms
}

async function switchToPaint(browser: Browser, origin: string): Promise<number[]> {
  const page = await (await benchContext(browser)).newPage()
  await page.goto(origin)
  await page.waitForSelector(figure)
  for (const key of ['s', 't', 'm']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(2500)
  }
  const measured: number[] = []
  for (let round = 0; round < switches; round += 1) {
    await armPaint(page, figure)
    await page.keyboard.press(['s', 't', 'm'][round % 3] ?? 't')
    measured.push(await paintedMs(page))
    await page.waitForTimeout(150)
  }
  await page.context().close()
  return measured
}

/** Scripts of a page once it stands still, with their bytes over the wire. */
async function scriptsOf(browser: Browser, url: string): Promise<ReadonlyMap<string, number>> {
  const page: Page = await (await benchContext(browser)).newPage()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  const addresses = new Map<string, string>()
  const sizes = new Map<string, number>()
  cdp.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (type === 'Script') addresses.set(requestId, request.url)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId)
    if (address !== undefined) sizes.set(address, encodedDataLength)
  })
  await page.goto(url)
  await page.waitForTimeout(3000)
  await page.context().close()
  return sizes
}
