import type { Browser, Page } from '@playwright/test'
import { benchContext } from './bench-context.ts'
import { median, quantile } from './statistics.ts'

/** Milliseconds of one kind of interaction. */
export interface Interaction {
  readonly name: string
  readonly nextPaint: readonly number[]
  /** From the event until the rows that answer it are painted; empty where the interaction asks nothing. */
  readonly painted: readonly number[]
}

const countSelector = 'main p[role="status"]'

/** Types, sorts, filters, opens and walks on `/leads` as a person would, `rounds` times each. */
export async function benchInteractions(browser: Browser, origin: string, rounds: number, cpuRate = 1) {
  const context = await benchContext(browser)
  const page = await context.newPage()
  await page.goto(`${origin}/leads`)
  await page.waitForSelector('tbody tr a')
  if (cpuRate !== 1) {
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate })
  }
  const results: Interaction[] = []
  const measure = async (name: string, act: (round: number) => Promise<void>, isAsking: boolean) => {
    const nextPaint: number[] = []
    const painted: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await arm(page, isAsking)
      await act(round)
      const times = await page.evaluate(() => (window as unknown as { measured: Promise<Measured> }).measured)
      nextPaint.push(times.nextPaint)
      if (times.painted !== null) painted.push(times.painted)
      await page.waitForTimeout(120)
    }
    results.push({ name, nextPaint, painted })
  }
  const statuses = ['new', 'contacted', 'responded', 'qualified', 'proposal', 'won', 'lost', 'hot']
  await measure('filter', (round) => page.click(`nav a[href*="status=${statuses[round % statuses.length]}"]`), true)
  await page.goto(`${origin}/leads`)
  await page.waitForSelector('tbody tr a')
  await measure('sort', () => page.click('th button:has-text("Created")'), true)
  await measure(
    'type',
    (round) =>
      page
        .locator('main form input, main search input')
        .first()
        .press('abcdefgh'[round % 8] ?? 'a'),
    false,
  )
  await page.goto(`${origin}/leads`)
  await page.waitForSelector('tbody tr a')
  await measure(
    'open a lead',
    (round) =>
      page
        .locator('tbody tr a')
        .nth(round % 12)
        .click(),
    false,
  )
  await measure('walk to the next', () => page.keyboard.press('j'), false)
  await context.close()
  return results
}

interface Measured {
  readonly nextPaint: number
  readonly painted: number | null
}

/** Starts the clock at the next input event; stops at the next paint, and at the paint of a new count of rows. */
async function arm(page: Page, isAsking: boolean): Promise<void> {
  await page.evaluate(
    ({ selector, asking }) => {
      const before = document.querySelector('tbody')?.textContent ?? ''
      const promise = new Promise<Measured>((resolve) => {
        const start = (event: Event) => {
          for (const type of ['pointerdown', 'keydown']) removeEventListener(type, start, true)
          const began = event.timeStamp
          let nextPaint = 0
          // A frame later the paint is done: the message comes after it.
          const afterPaint = (then: () => void) =>
            requestAnimationFrame(() => {
              const channel = new MessageChannel()
              channel.port1.onmessage = then
              channel.port2.postMessage(null)
            })
          afterPaint(() => {
            nextPaint = performance.now() - began
            if (!asking) return resolve({ nextPaint, painted: null })
            const look = () => {
              const isNew = (document.querySelector('tbody')?.textContent ?? '') !== before
              const isBusy = document.querySelector('tbody[aria-busy="true"], [data-previous="true"]') !== null
              if (isNew && !isBusy) afterPaint(() => resolve({ nextPaint, painted: performance.now() - began }))
              else if (performance.now() - began > 5_000) resolve({ nextPaint, painted: null })
              else requestAnimationFrame(look)
            }
            look()
          })
        }
        for (const type of ['pointerdown', 'keydown']) addEventListener(type, start, true)
      })
      Object.assign(window, { measured: promise, countSelector: selector })
    },
    { selector: countSelector, asking: isAsking },
  )
}

/** Megabytes by which the heap grew over `rounds` of opening and closing a lead, after collecting garbage. */
export async function heapGrowth(browser: Browser, origin: string, rounds: number): Promise<number> {
  const context = await benchContext(browser)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await page.goto(`${origin}/leads`)
  await page.waitForSelector('tbody tr a')
  const openAndClose = async (times: number) => {
    for (let round = 0; round < times; round += 1) {
      await page
        .locator('tbody tr a')
        .nth(round % 10)
        .click()
      await page.waitForSelector('[data-panel]')
      await page.keyboard.press('Escape')
      await page.waitForSelector('[data-panel]', { state: 'detached' })
    }
  }
  const used = async () => {
    await cdp.send('HeapProfiler.collectGarbage')
    return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6
  }
  await openAndClose(10)
  const before = await used()
  await openAndClose(rounds)
  const after = await used()
  await context.close()
  return after - before
}

/** The rows of a table: p50 and p95 of every interaction. */
export function interactionRows(results: readonly Interaction[], format: (value: number) => string): string[][] {
  return results.map(({ name, nextPaint, painted }) => [
    name,
    `${format(median(nextPaint))} / ${format(quantile(nextPaint, 0.95))}`,
    painted.length === 0 ? '' : `${format(median(painted))} / ${format(quantile(painted, 0.95))}`,
  ])
}
