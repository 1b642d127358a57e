import type { Browser } from '@playwright/test'
import { startDashboard } from '../fixtures/dashboard-server.ts'
import { benchContext } from './bench-context.ts'
import { benchInteractions } from './interactions.ts'
import { printTable } from './print-table.ts'
import { quantile, shown } from './statistics.ts'

const sizes = ['1000', '100000', '500000'] as const

/** The same page over three sizes of workspace: filter clicks, and scrolling 1,000 rows deep. */
export async function benchPageSizes(browser: Browser): Promise<void> {
  const rows: string[][] = []
  for (const leads of sizes) {
    const dashboard = await startDashboard({ sandbox: ['--leads', leads], readyWithinMs: 240_000 })
    const filter = (await benchInteractions(browser, dashboard.origin, 16)).find(({ name }) => name === 'filter')
    const pages = await scrollDeep(browser, dashboard.origin, Math.min(20, Number(leads) / 50 - 1))
    const p = (values: readonly number[], share: number) => shown(quantile(values, share))
    rows.push([
      Number(leads).toLocaleString('en'),
      `${p(filter?.nextPaint ?? [], 0.5)} / ${p(filter?.nextPaint ?? [], 0.95)}`,
      `${p(filter?.painted ?? [], 0.5)} / ${p(filter?.painted ?? [], 0.95)}`,
      `${p(pages, 0.5)} / ${p(pages, 0.95)}`,
    ])
    await dashboard.stop()
  }
  printTable(
    'The list page by number of leads; p50 / p95 ms',
    ['leads', 'filter: next paint', 'filter: painted rows (goal p95 ≤ 150)', 'scrolling: next 50 rows painted'],
    rows,
  )
}

/** Times of the cursor pages while somebody scrolls on and on. */
async function scrollDeep(browser: Browser, origin: string, pages: number): Promise<number[]> {
  const context = await benchContext(browser)
  const page = await context.newPage()
  await page.goto(`${origin}/leads`)
  await page.waitForSelector('tbody tr a')
  const times: number[] = []
  for (let turn = 0; turn < pages; turn += 1) {
    times.push(
      await page.evaluate(async () => {
        const grid = document.querySelector('[role="grid"]')
        const count = () => Number(document.querySelector('[role="grid"] tbody')?.getAttribute('data-loaded') ?? 0)
        let scroller: Element | null = grid
        while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight + 1)
          scroller = scroller.parentElement
        const height = () => scroller?.scrollHeight ?? 0
        const [began, before, loaded] = [performance.now(), height(), count()]
        scroller?.scrollTo(0, height())
        return new Promise<number>((resolve) => {
          const look = () => {
            if (height() > before || count() > loaded) requestAnimationFrame(() => resolve(performance.now() - began))
            else if (performance.now() - began > 5_000) resolve(Number.NaN)
            else requestAnimationFrame(look)
          }
          look()
        })
      }),
    )
  }
  await context.close()
  return times.filter(Number.isFinite)
}
