import type { Browser, CDPSession, Page } from '@playwright/test'
import { startDashboard } from '../fixtures/dashboard-server.ts'
import { printTable } from './print-table.ts'
import { median, quantile, shown } from './statistics.ts'

/** A card is carried over the board for this long, in milliseconds. */
const carriedForMs = 4_000

interface Drag {
  readonly cards: number
  /** Milliseconds between frames while the card was carried. */
  readonly frames: readonly number[]
  /** Milliseconds of the main thread for each of them: what the page itself takes, whatever else the machine does. */
  readonly busyMs: number
}

/** A full board: 8 columns of 50 cards, one card carried over them by mouse at 1440 pixels and by touch at 390. */
export async function benchBoard(browser: Browser): Promise<void> {
  const dashboard = await startDashboard({ sandbox: ['--leads', '20000'], readyWithinMs: 120_000 })
  const drags = [
    ['1440, mouse', await dragOver(browser, dashboard.origin, 1440)],
    ['390, touch', await dragOver(browser, dashboard.origin, 390)],
  ] as const
  printTable(
    'The board while a card is dragged',
    ['width', 'cards', 'frames a second, median (goal ≥ 55)', 'p5', 'main thread, ms a frame'],
    drags.map(([name, { cards, frames, busyMs }]) => [
      name,
      String(cards),
      shown(1000 / median(frames)),
      shown(1000 / quantile(frames, 0.95)),
      shown(busyMs),
    ]),
  )
  await dashboard.stop()
}

async function dragOver(browser: Browser, origin: string, width: number): Promise<Drag> {
  const isPhone = width < 768
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-US',
    hasTouch: isPhone,
    isMobile: isPhone,
  })
  await context.addInitScript({ content: 'globalThis.__name = (named) => named' })
  const page = await context.newPage()
  await page.goto(`${origin}/pipeline`)
  await page.waitForFunction(() => document.querySelectorAll('[data-card-id]').length >= 400, undefined, {
    timeout: 60_000,
  })
  await page.waitForTimeout(1_000)
  const cards = await page.locator('[data-card-id]').count()
  const box = await page.locator('[data-card-id]').first().boundingBox()
  const start = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 40 }
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  const pointer = isPhone ? finger(cdp) : mouse(page)
  await pointer.press(start.x, start.y)
  await page.waitForSelector('[data-held]')
  await record(page)
  const before = await taskMs(cdp)
  const began = Date.now()
  let frame = 0
  while (Date.now() - began < carriedForMs) {
    // To and fro over the width, so that columns come and go beneath the card.
    const share = (1 - Math.cos(frame / 25)) / 2
    await pointer.move(start.x + share * (width - start.x - (isPhone ? 20 : 320)), start.y + 60 * share)
    frame += 1
  }
  const busy = (await taskMs(cdp)) - before
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  await page.keyboard.press('Escape')
  await context.close()
  return { cards, frames, busyMs: busy / Math.max(1, frames.length) }
}

function mouse(page: Page) {
  return {
    async press(x: number, y: number) {
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + 12, y + 4, { steps: 3 })
    },
    move: (x: number, y: number) => page.mouse.move(x, y),
  }
}

function finger(cdp: CDPSession) {
  const touch = (type: 'touchStart' | 'touchMove', x: number, y: number) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] })
  return {
    async press(x: number, y: number) {
      await touch('touchStart', x, y)
      await new Promise((resolve) => setTimeout(resolve, 300))
      await touch('touchMove', x + 1, y + 1)
    },
    move: (x: number, y: number) => touch('touchMove', x, y),
  }
}

async function record(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(window, { frames })
    let last = performance.now()
    const look = (now: number) => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame((now) => {
      last = now
      requestAnimationFrame(look)
    })
  })
}

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}
