import type { Page } from '@playwright/test'
import { leadStatuses } from '#contract/vocabularies.ts'
import type { Dashboard } from './fixtures/dashboard-server.ts'
import { expect, test } from './fixtures/test.ts'

// The browser is far from the workspace: every bound must come from the workspace's zone.
test.use({
  locale: 'en-US',
  timezoneId: 'America/New_York',
  dashboardOptions: { sandbox: ['--leads', '1500', '--language', 'en', '--zone', 'Asia/Jakarta'] },
})

const today = "(now() at time zone 'Asia/Jakarta')::date"
const day = "(created_at at time zone 'Asia/Jakarta')::date"

/** Each period as an address says it, and as SQL says it, written apart from the dashboard's own arithmetic. */
const periods = [
  { search: '?period=today', where: `${day} = ${today}` },
  { search: '?period=last_7_days', where: `${day} between ${today} - 6 and ${today}` },
  { search: '', where: `${day} between ${today} - 29 and ${today}` },
  { search: '?period=current_week', where: `${day} between date_trunc('week', ${today})::date and ${today}` },
  { search: '?period=current_month', where: `${day} between date_trunc('month', ${today})::date and ${today}` },
  { search: '?period=all_time', where: 'true' },
  { search: '?from=2026-10-20&to=2026-11-03', where: `${day} between date '2026-10-20' and date '2026-11-03'` },
] as const

const count = (value: number) => value.toLocaleString('en-GB')

async function statusCounts(dashboard: Dashboard, where: string): Promise<Record<string, number>> {
  const rows = await dashboard.sql<{ status: string; leads: number }>(
    `select status, count(*)::int as leads from leads where deleted_at is null and ${where} group by status`,
  )
  return Object.fromEntries(rows.map(({ status, leads }) => [status, leads]))
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
}

for (const { search, where } of periods) {
  const name = search === '' ? 'the last 30 days, the default' : search

  test(`overview: the four figures equal SQL for ${name}`, async ({ page, dashboard }) => {
    const counts = await statusCounts(dashboard, where)
    const [money] = await dashboard.sql<{ value: number }>(
      `select coalesce(sum(actual_value), 0)::float as value from leads where status = 'won' and deleted_at is null and ${where}`,
    )
    await page.goto(`/${search}`)
    await settled(page)
    const visits = counts.pageview ?? 0
    const leads = Object.values(counts).reduce((sum, one) => sum + one, 0) - visits
    const won = counts.won ?? 0
    const figures = page.getByRole('region', { name: 'Figures' })
    await expect(
      figures
        .getByRole('paragraph')
        .filter({ hasText: new RegExp(`^${count(leads)}$`) })
        .first(),
    ).toBeVisible()
    await expect(figures).toContainText(count(won))
    if (leads > 0) await expect(figures).toContainText(won === 0 ? '0%' : `${((100 * won) / leads).toFixed(1)}%`)
    const value = figures.locator(`[title*="${count(money?.value ?? -1)}"]`)
    if ((money?.value ?? 0) >= 1e6) await expect(value.first()).toBeVisible()
  })

  test(`funnel: every count equals SQL for ${name}, in both readings`, async ({ page, dashboard }) => {
    const counts = await statusCounts(dashboard, where)
    const total = Object.values(counts).reduce((sum, one) => sum + one, 0) - (counts.pageview ?? 0)
    await page.goto(`/funnel${search === '' ? '?' : `${search}&`}mode=now`)
    await settled(page)
    for (const status of leadStatuses.filter((one) => one !== 'pageview' && (counts[one] ?? 0) > 0)) {
      const row = page
        .getByRole('row')
        .filter({ has: page.locator(`a[href*="status=${status}"]`) })
        .first()
      await expect(row).toContainText(count(counts[status] ?? 0))
    }
    await page.goto(`/funnel${search}`)
    await settled(page)
    const stages = leadStatuses.filter((one) => one !== 'pageview' && one !== 'lost')
    const lost = counts.lost ?? 0
    for (const [index, status] of stages.entries()) {
      // A stage that no lead stands at is left out by the API, and so by the page.
      if (total === 0 || (counts[status] ?? 0) === 0) continue
      const atLeast = stages.slice(index).reduce((sum, one) => sum + (counts[one] ?? 0), 0)
      const row = page
        .getByRole('row')
        .filter({ has: page.locator(`a[href*="status=${status}"]`) })
        .first()
      if (status === 'new') await expect(row).toContainText(count(total))
      else if (status === 'won' || lost === 0) await expect(row).toContainText(count(atLeast))
      else await expect(row).toContainText(`${count(atLeast)}–${count(atLeast + lost)}`)
    }
  })

  test(`campaigns and conversion sync equal SQL for ${name}`, async ({ page, dashboard }) => {
    const campaigns = await dashboard.sql<{ campaign: string; leads: number; won: number }>(
      `select campaign, count(*)::int as leads, (count(*) filter (where status = 'won'))::int as won
         from leads where campaign is not null and deleted_at is null and ${where} group by campaign, ad_platform`,
    )
    await page.goto(`/campaigns${search}`)
    await settled(page)
    for (const { campaign, leads, won } of campaigns) {
      const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: campaign, exact: true }) })
      await expect(row.getByRole('cell').nth(1)).toHaveText(count(leads))
      await expect(row.getByRole('cell').nth(2)).toHaveText(count(won))
    }
    const states = await dashboard.sql<{ state: string; leads: number }>(
      `select sync_state as state, count(*)::int as leads from leads where deleted_at is null and ${where} group by sync_state`,
    )
    const of = (state: string) => count(states.find((row) => row.state === state)?.leads ?? 0)
    const [unsent] = await dashboard.sql<{ leads: number }>(
      "select count(*)::int as leads from leads where deleted_at is null and sync_state in ('pending', 'partial', 'failed')",
    )
    await page.goto(`/conversions${search}`)
    await settled(page)
    const strip = page.getByRole('list').first()
    for (const [state, words] of [
      ['synced', 'Delivered'],
      ['pending', 'Waiting'],
      ['partial', 'Partly delivered'],
      ['failed', 'Failed'],
    ] as const) {
      await expect(strip.getByRole('listitem').filter({ hasText: new RegExp(`${words}$`) })).toHaveText(
        new RegExp(`^${of(state)}\\s*${words}$`),
      )
    }
    await expect(page.getByText(`All ${count(unsent?.leads ?? -1)}`)).toBeVisible()
  })
}

test('the period is chosen once, stands in the address, and Back undoes it', async ({ page }) => {
  await page.goto('/funnel')
  await settled(page)
  await page.getByRole('button', { name: /Last 30 days/ }).click()
  await page.getByRole('button', { name: 'This month' }).click()
  await expect(page).toHaveURL('/funnel?period=current_month')
  await page.getByRole('button', { name: /This month/ }).click()
  await page.getByLabel('From').fill('2026-11-01')
  await page.getByLabel('To', { exact: true }).fill('2026-11-10')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page).toHaveURL('/funnel?from=2026-11-01&to=2026-11-10')
  await page.reload()
  await expect(page.getByRole('button', { name: /1 Nov – 10 Nov/ })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL('/funnel?period=current_month')
  await page.goBack()
  await expect(page).toHaveURL('/funnel')
})

test('a period the wrong way round, or of no calendar, is named and the default applied', async ({ page }) => {
  await page.goto('/funnel?from=2026-11-10&to=2026-11-01')
  await expect(page.getByRole('status').filter({ hasText: 'from=2026-11-10' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Last 30 days/ })).toBeVisible()
  await page.goto('/campaigns?period=yesterday')
  await expect(page.getByRole('status').filter({ hasText: 'period=yesterday' })).toBeVisible()
})

test('a bar of the funnel leads to just the leads behind it', async ({ page, dashboard }) => {
  const counts = await statusCounts(dashboard, `${day} between ${today} - 6 and ${today}`)
  await page.goto('/funnel?period=last_7_days')
  await settled(page)
  await page.getByRole('table').getByRole('link', { name: 'Contacted' }).click()
  await expect(page).toHaveURL('/leads?status=contacted&period=last_7_days')
  const shown = Math.min(50, counts.contacted ?? 0)
  await expect(page.getByRole('status').filter({ hasText: `${shown} of ${counts.contacted ?? 0} ` })).toBeVisible()
})
