import type { Page } from '@playwright/test'

/** Starts the clock at the next key or press and stops it when what `watched` shows has changed and is painted. */
export async function armPaint(page: Page, watched: string): Promise<void> {
  await page.evaluate((selector) => {
    const text = () => document.querySelector(selector)?.textContent ?? ''
    const before = text()
    const promise = new Promise<number>((resolve) => {
      const start = (event: Event) => {
        for (const type of ['pointerdown', 'keydown']) removeEventListener(type, start, true)
        const look = () => {
          if (text() === before) return void requestAnimationFrame(look)
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now() - event.timeStamp)
          requestAnimationFrame(() => channel.port2.postMessage(null))
        }
        look()
      }
      for (const type of ['pointerdown', 'keydown']) addEventListener(type, start, true)
    })
    Object.assign(window, { paint: promise })
  }, watched)
}

/** Milliseconds from the event that `armPaint` waited for until the paint. */
export function paintedMs(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { paint: Promise<number> }).paint)
}
