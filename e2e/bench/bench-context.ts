import type { Browser, BrowserContext } from '@playwright/test'

/** A fresh wide browser context that reads English. */
export async function benchContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  // The compiler that runs these files marks functions with `__name`, also those that run in the page.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await context.addInitScript(() => {
    if (location.protocol.startsWith('http')) localStorage.setItem('konektor.locale', 'en')
  })
  return context
}
