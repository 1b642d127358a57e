import type { Browser } from '@playwright/test'
import { buildLead } from '#contract/build-lead.ts'
import { startDashboard } from '../fixtures/dashboard-server.ts'
import { startLiveDashboard } from '../fixtures/live-dashboard.ts'
import { benchContext } from './bench-context.ts'
import { armPaint, paintedMs } from './paint.ts'
import { printTable } from './print-table.ts'
import { median, quantile, shown } from './statistics.ts'

const rounds = 30
const leadsOfRound = 10

/** What working a lead costs: until one sees it, in calls of the shared budget, and in bytes. */
export async function benchWorkALead(browser: Browser): Promise<void> {
  const dashboard = await startDashboard({ sandbox: ['--leads', '400'] })
  const status = await statusToPaint(browser, dashboard.origin)
  const open = await openToPaint(browser, dashboard.origin)
  const bytes = await laterBytes(browser, dashboard.origin)
  await dashboard.stop()
  const calls = await callsOfRound(browser)
  const times = (values: readonly number[]) => `${shown(median(values))} / ${shown(quantile(values, 0.95))}`
  printTable(
    'Work a lead',
    ['measure', 'ours', 'goal'],
    [
      ['status key → painted, every answer held back, p50 / p95 ms', times(status), 'p95 ≤ 50'],
      ['row pressed → lead painted, warm, p50 / p95 ms', times(open), 'p95 ≤ 100'],
      [`upstream calls of ${leadsOfRound} leads: open, status, note, next`, String(calls), '≤ 25'],
      ['panel + edit, kB br beyond the list', shown(bytes / 1000), '≤ 50'],
    ],
  )
}

async function statusToPaint(browser: Browser, origin: string): Promise<number[]> {
  const page = await (await benchContext(browser)).newPage()
  // No answer comes before the paint: what is seen is the change itself.
  await page.route('**/bff/leads/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await page.goto(`${origin}/leads?status=new`)
  await page.locator('tbody tr a').first().click()
  await page.waitForSelector('[data-panel] h2')
  await page.waitForTimeout(4000)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await armPaint(page, '[data-panel] [aria-haspopup="menu"]')
    await page.keyboard.press(round % 2 === 0 ? '2' : '3')
    times.push(await paintedMs(page))
    if (round % 2 === 1) await page.keyboard.press('j')
    await page.waitForTimeout(120)
  }
  await page.context().close()
  return times
}

async function openToPaint(browser: Browser, origin: string): Promise<number[]> {
  const page = await (await benchContext(browser)).newPage()
  await page.goto(`${origin}/leads?status=contacted`)
  await page.waitForSelector('tbody tr a')
  await page.waitForTimeout(4000)
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await armPaint(page, '[data-panel] h2')
    await page
      .locator('tbody tr a')
      .nth(round % 12)
      .click()
    times.push(await paintedMs(page))
    await page.keyboard.press('Escape')
    await page.waitForSelector('[data-panel]', { state: 'detached' })
    await page.waitForTimeout(100)
  }
  await page.context().close()
  return times
}

/** Script bytes that come with the press on a row until the lead is drawn, and with the way to its form. */
async function laterBytes(browser: Browser, origin: string): Promise<number> {
  const page = await (await benchContext(browser)).newPage()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  const scripts = new Map<string, number>()
  cdp.on('Network.requestWillBeSent', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0))
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength)
  })
  const total = () => [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0)
  await page.goto(`${origin}/leads?status=new`)
  await page.waitForSelector('tbody tr a')
  const atFirst = total()
  await page.locator('tbody tr a').first().click()
  await page.waitForSelector('[data-panel] h2')
  const panel = total() - atFirst
  // What else is fetched soon, for filters and questions, belongs to neither.
  await page.waitForTimeout(4000)
  const beforeEdit = total()
  await page.keyboard.press('e')
  await page.waitForSelector('form input')
  await page.waitForTimeout(500)
  const edit = total() - beforeEdit
  await page.context().close()
  return panel + edit
}

/** A rep's round before an upstream that counts: everything from opening the list until the last status has left. */
async function callsOfRound(browser: Browser): Promise<number> {
  const live = await startLiveDashboard()
  const now = Date.now()
  for (let n = 0; n < leadsOfRound + 2; n += 1) {
    const stamp = new Date(now - n * 60_000).toISOString()
    const lead = buildLead({ id: `lead_round_${n}`, firstName: `Round ${n}`, createdAt: stamp, updatedAt: stamp })
    live.upstream.leads.set(lead.id, lead)
  }
  const page = await (await benchContext(browser)).newPage()
  await page.goto(`${live.dashboard.origin}/leads`)
  await page.locator('tbody tr a').first().click()
  for (let n = 0; n < leadsOfRound; n += 1) {
    await page.waitForSelector('[data-panel] textarea')
    await page.keyboard.press('2')
    await page.keyboard.press('n')
    await page.keyboard.type(`Called, no reply (${n})`)
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('j')
    await page.waitForTimeout(300)
  }
  await page.waitForTimeout(9000)
  const changed = [...live.upstream.leads.values()].filter(({ status }) => status === 'contacted').length
  if (changed !== leadsOfRound) throw new Error(`${changed} of ${leadsOfRound} leads were changed`)
  const calls = live.upstream.requests.length
  await page.context().close()
  await live.stop()
  return calls
}
