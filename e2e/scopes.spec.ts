import { scopes } from '#contract/vocabularies.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '120', '--language', 'en'] } })
// Each worker has a dashboard of its own.
test.describe.configure({ mode: 'parallel' })

const subsets = Array.from({ length: 2 ** scopes.length }, (_, mask) => scopes.filter((_, bit) => mask & (1 << bit)))
/** In the order of the side bar; each is a click, so one load of the page serves all. */
const headings = ['Overview', 'Leads', 'Funnel', 'Campaigns', 'Conversion sync', 'Support', 'Workspace'] as const
/** What each page cannot do without. */
const needed = {
  Overview: 'agent.analytics.read',
  Leads: 'agent.leads.read',
  Funnel: 'agent.analytics.read',
  Campaigns: 'agent.analytics.read',
  'Conversion sync': 'agent.conversions.read',
  Workspace: 'agent.workspace.read',
} as const

// In four parts, so that two workers share the work.
for (const part of [0, 1, 2, 3]) {
  test(`every page renders with each subset of scopes and names what is missing (${part + 1} of 4)`, async ({
    page,
    dashboard,
    noise,
  }) => {
    test.setTimeout(120_000)
    noise.declareStatus(403)
    for (const subset of subsets.filter((_, index) => index % 4 === part)) {
      await dashboard.control('scopes', { scopes: subset })
      await dashboard.forget()
      await page.goto('/workspace')
      for (const heading of headings) {
        await page.getByRole('navigation').first().getByRole('link', { name: heading, exact: true }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
        await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
        const scope = needed[heading as keyof typeof needed]
        if (scope !== undefined && !subset.includes(scope)) {
          await expect(page.getByRole('alert').filter({ hasText: scope }).first()).toBeVisible()
          // Counts and list need the same scope: it is said once.
          if (heading === 'Conversion sync') await expect(page.getByRole('alert')).toHaveCount(1)
        } else {
          await expect(page.getByRole('alert')).toHaveCount(expectedAlerts(heading, subset))
        }
      }
    }
    await dashboard.control('scopes', { scopes })
    await dashboard.forget()
  })
}

/** The overview also shows the delivery and the leads that wait; a page whose own scope is there has no other failure. */
function expectedAlerts(heading: string, subset: readonly string[]): number {
  if (heading !== 'Overview') return 0
  return ['agent.conversions.read', 'agent.leads.read'].filter((scope) => !subset.includes(scope)).length
}
