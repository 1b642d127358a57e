import { loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { chromiumArguments } from '../fixtures/chromium.ts'
import { benchBoard } from './board.ts'
import { benchConversions } from './conversions.ts'
import { benchListPage } from './list-page.ts'
import { benchOverview } from './overview.ts'
import { benchProxy } from './proxy/proxy.ts'
import { benchSandboxParent } from './sandbox-parent.ts'
import { benchSandboxSizes } from './sandbox-sizes.ts'
import { benchPageSizes } from './scroll-sizes.ts'
import { benchWorkALead } from './work-a-lead.ts'

/** Prints figures, side by side in one run; fails nothing. `npm run bench -- list sandbox pages board work conversions overview proxy` runs parts of it. */
const asked = process.argv.slice(2)
const load = () => loadavg()[0]?.toFixed(2)
process.stdout.write(`Node ${process.version}, load average ${load()} before\n`)
const browser = await chromium.launch({
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  chromiumSandbox: process.getuid?.() !== 0,
  args: [...chromiumArguments],
})
const parts = {
  list: () => benchListPage(browser),
  sandbox: async () => {
    await benchSandboxSizes()
    await benchSandboxParent()
  },
  pages: () => benchPageSizes(browser),
  board: () => benchBoard(browser),
  work: () => benchWorkALead(browser),
  conversions: () => benchConversions(browser),
  overview: () => benchOverview(browser),
  proxy: () => benchProxy(),
}
for (const [name, run] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await run()
await browser.close()
process.stdout.write(`\nload average ${load()} after\n`)
