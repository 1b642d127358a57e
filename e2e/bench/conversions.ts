import type { Browser, Page } from '@playwright/test'
import { leadStatuses } from '#contract/vocabularies.ts'
import { type LiveDashboard, startLiveDashboard } from '../fixtures/live-dashboard.ts'
import { benchContext } from './bench-context.ts'
import { printTable } from './print-table.ts'
import { median, quantile, shown } from './statistics.ts'

const agent = '/api/v2/agent/'
const rows = 5_000
const rounds = 7
const platforms = ['meta', 'google', 'tiktok', 'linkedin'] as const
const states = ['pending', 'failed', 'partial'] as const

/** Conversion sync over 5,000 undelivered events: calls of the shared budget, the first paint, how it scrolls. */
export async function benchConversions(browser: Browser): Promise<void> {
  const live = await startLiveDashboard()
  const calls = await callsOfPage(browser, live)
  const paints: number[] = []
  for (let round = 0; round < rounds; round += 1) paints.push(await answerToPaint(browser, live))
  const scroll = await longestTasks(browser, live)
  await live.stop()
  printTable(
    `Conversion sync, ${rows} undelivered events`,
    ['measure', 'ours', 'goal'],
    [
      ['upstream calls cold', String(calls.cold), '≤ 3'],
      ['… then for values and ages', String(calls.values), '≤ 10'],
      ['… then by platform, every card opened', String(calls.platforms), '≤ 6'],
      [
        'list answered → first rows painted, p50 / p95 ms',
        `${shown(median(paints))} / ${shown(quantile(paints, 0.95))}`,
        '≤ 300',
      ],
      [
        'longest task while scrolling it whole, CPU ms (how many over 50)',
        `${shown(scroll.longest)} (${scroll.over})`,
        '≤ 50',
      ],
      ['rows in the document at most', String(scroll.mostRows), ''],
    ],
  )
}

/** The recording upstream answers plainly, but for the list. */
function holdRows(live: LiveDashboard): void {
  live.upstream.reset()
  const now = Date.now()
  const data = Array.from({ length: rows }, (_, n) => ({
    leadId: `0190a4b2-7c1d-7e3f-8a5b-${String(n).padStart(12, '0')}`,
    uniqueCode: `API_${n.toString(16).padStart(8, '0').toUpperCase()}`,
    status: leadStatuses[n % leadStatuses.length],
    adPlatform: platforms[n % platforms.length],
    conversionSyncStatus: states[n % states.length],
    lastConversionSyncAt: n % 3 === 0 ? null : new Date(now - n * 600_000).toISOString(),
  }))
  live.upstream.fail({
    target: `${agent}conversions/pending`,
    fault: { kind: 'odd', text: JSON.stringify({ success: true, data }) },
  })
}

async function callsOfPage(browser: Browser, live: LiveDashboard) {
  holdRows(live)
  const { upstream } = live
  const page = await (await benchContext(browser)).newPage()
  await page.goto(`${live.dashboard.origin}/conversions`)
  await page.waitForSelector('tr[data-row-id]')
  const cold = upstream.requests.filter(({ target }) => !target.startsWith(`${agent}leads`)).length
  await page.waitForTimeout(9_000)
  const values = upstream.requests.length - cold
  const cards = page.getByRole('list', { name: 'Platforms' }).getByRole('button')
  for (let n = 0; n < (await cards.count()); n += 1) {
    await cards.nth(n).click()
    await page.waitForTimeout(400)
  }
  await page.waitForTimeout(1_000)
  const opened = upstream.requests.length - cold - values
  await page.context().close()
  return { cold, values, platforms: opened }
}

/** From the last byte of the list until rows are painted. */
async function answerToPaint(browser: Browser, live: LiveDashboard): Promise<number> {
  holdRows(live)
  const page = await (await benchContext(browser)).newPage()
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('tr[data-row-id]') === null) return void requestAnimationFrame(look)
      const channel = new MessageChannel()
      channel.port1.onmessage = () => Object.assign(window, { paintedAt: performance.now() })
      requestAnimationFrame(() => channel.port2.postMessage(null))
    }
    requestAnimationFrame(look)
  })
  await page.goto(`${live.dashboard.origin}/conversions`)
  await page.waitForFunction(() => 'paintedAt' in window)
  const ms = await page.evaluate((path) => {
    const [entry] = performance.getEntriesByType('resource').filter(({ name }) => name.includes(path))
    const answeredAt = (entry as PerformanceResourceTiming | undefined)?.responseEnd ?? Number.NaN
    return (window as unknown as { paintedAt: number }).paintedAt - answeredAt
  }, 'conversions/pending')
  await page.context().close()
  return ms
}

interface Scroll {
  /** Milliseconds of processor time, so that a busy machine makes no task longer. */
  readonly longest: number
  readonly over: number
  readonly mostRows: number
}

async function longestTasks(browser: Browser, live: LiveDashboard): Promise<Scroll> {
  holdRows(live)
  const page = await (await benchContext(browser)).newPage()
  await page.goto(`${live.dashboard.origin}/conversions`)
  await page.waitForSelector('tr[data-row-id]')
  // What is fetched and joined after the first paint is not scrolling.
  await page.waitForTimeout(9_000)
  await page.evaluate(() => Object.assign(window, { mostRows: 0 }))
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] })
  await scrollWhole(page)
  const tasks = tasksOf(await browser.stopTracing())
  const mostRows = await page.evaluate(() => (window as unknown as Counted).mostRows)
  const last = await page.locator('tr[data-row-id]').last().getAttribute('aria-rowindex')
  if (last !== String(rows + 1)) throw new Error(`The scroll ended at row ${last}`)
  await page.context().close()
  return { longest: Math.max(0, ...tasks), over: tasks.filter((ms) => ms > 50).length, mostRows }
}

interface Counted {
  mostRows: number
}

/** Turns the wheel until the end is reached, faster than a finger flings: some 25,000 pixels a second. */
async function scrollWhole(page: Page): Promise<void> {
  await page.mouse.move(700, 600)
  for (let turn = 0; turn < 540; turn += 1) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(16)
    if (turn % 10 === 0) {
      await page.evaluate(() => {
        const count = document.querySelectorAll('tr[data-row-id]').length
        const told = window as unknown as Counted
        told.mostRows = Math.max(told.mostRows, count)
      })
    }
  }
  await page.waitForTimeout(500)
}

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Microseconds of the thread's own processor time. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Processor milliseconds of every task on the main threads of pages. */
function tasksOf(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const place = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const isMain = ({ name, args }: TraceEvent) => name === 'thread_name' && args?.name === 'CrRendererMain'
  const main = new Set(traceEvents.filter(isMain).map(place))
  return traceEvents.flatMap((event) =>
    event.name === 'RunTask' && event.tdur !== undefined && main.has(place(event)) ? [event.tdur / 1000] : [],
  )
}
