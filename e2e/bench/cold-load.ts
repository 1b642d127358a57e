import type { Browser, CDPSession } from '@playwright/test'
import { benchContext } from './bench-context.ts'

/** One cold load of a page in a fresh browser context. */
export interface ColdLoad {
  /** Milliseconds from navigation until the first row is in the document and painted. */
  readonly firstRowMs: number
  /** Main-thread task time until then, milliseconds. */
  readonly cpuMs: number
  /** Bytes over the wire, by kind. */
  readonly scriptBytes: number
  readonly styleBytes: number
  readonly requests: number
  readonly apiRequests: number
  /** Largest contentful paint, milliseconds; sum of long-task time over 50 ms; layout shift. */
  readonly lcpMs: number
  readonly blockingMs: number
  readonly layoutShift: number
}

interface Vitals {
  lcp: number
  blocking: number
  shift: number
}

/** Loads `url` cold and waits for `rowSelector`. `cpuRate` is the throttle (4 = a mid phone). */
export async function coldLoad(browser: Browser, url: string, rowSelector: string, cpuRate = 1): Promise<ColdLoad> {
  const context = await benchContext(browser)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const sizes = await countBytes(cdp)
  await cdp.send('Performance.enable')
  if (cpuRate !== 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpuRate })
  await page.addInitScript(() => {
    const vitals: Vitals = { lcp: 0, blocking: 0, shift: 0 }
    Object.assign(window, { vitals })
    new PerformanceObserver((list) => {
      vitals.lcp = list.getEntries().at(-1)?.startTime ?? vitals.lcp
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) vitals.blocking += Math.max(0, entry.duration - 50)
    }).observe({ type: 'longtask', buffered: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) vitals.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(url, { waitUntil: 'commit' })
  const firstRowMs = await page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const look = () =>
          document.querySelector(selector) === null
            ? requestAnimationFrame(look)
            : requestAnimationFrame(() => resolve(performance.now()))
        look()
      }),
    rowSelector,
  )
  const { metrics } = await cdp.send('Performance.getMetrics')
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  // What the measuring itself costs the main thread is not the page's.
  const cpuMs = (seconds('TaskDuration') - seconds('DevToolsCommandDuration')) * 1000
  await page.waitForTimeout(600)
  const vitals = await page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals)
  await context.close()
  return {
    firstRowMs,
    cpuMs,
    ...sizes,
    lcpMs: vitals.lcp,
    blockingMs: vitals.blocking,
    layoutShift: vitals.shift,
  }
}

async function countBytes(cdp: CDPSession) {
  const sizes = { scriptBytes: 0, styleBytes: 0, requests: 0, apiRequests: 0 }
  const kinds = new Map<string, string>()
  await cdp.send('Network.enable')
  cdp.on('Network.responseReceived', (event) => {
    kinds.set(event.requestId, event.type)
    sizes.requests += 1
    if (new URL(event.response.url).pathname.startsWith('/api/')) sizes.apiRequests += 1
  })
  cdp.on('Network.loadingFinished', (event) => {
    const kind = kinds.get(event.requestId)
    if (kind === 'Script') sizes.scriptBytes += event.encodedDataLength
    if (kind === 'Stylesheet') sizes.styleBytes += event.encodedDataLength
  })
  return sizes
}
