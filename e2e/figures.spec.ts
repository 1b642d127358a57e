import { settled, statusCounts } from './fixtures/check-figures.ts'
import { insideQuarterHour } from './fixtures/figure-periods.ts'
import { watchRequests } from './fixtures/quiet.ts'
import { expect, test } from './fixtures/test.ts'

// The browser is far from the workspace: every bound must come from the workspace's zone.
test.use({
  locale: 'en-US',
  timezoneId: 'America/New_York',
  dashboardOptions: { sandbox: ['--leads', '1500', '--language', 'en', '--zone', 'Asia/Jakarta'] },
})

const today = "(now() at time zone 'Asia/Jakarta')::date"
const day = "(created_at at time zone 'Asia/Jakarta')::date"

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

test('two browsers in one quarter hour ask byte-equal questions, whatever their clocks and zones say', async ({
  browser,
  dashboard,
}) => {
  await insideQuarterHour(15_000)
  const questionsOf = async (timezoneId: string, aheadMs: number) => {
    const context = await browser.newContext({ timezoneId, locale: 'en-US', baseURL: dashboard.origin })
    const untilQuiet = watchRequests(context)
    const page = await context.newPage()
    await page.clock.install({ time: Date.now() + aheadMs })
    const asked = new Set<string>()
    page.on('request', (request) => {
      const url = new URL(request.url())
      // A first visit does not know the server's clock yet: only the day, which both have.
      if (url.pathname.includes('/analytics/') || url.pathname.includes('/conversions/status')) asked.add(url.href)
    })
    for (const path of ['/', '/?period=today', '/funnel?compare=on', '/campaigns', '/conversions']) {
      await page.goto(path)
      await page.clock.runFor(2000)
      await settled(page)
      await expect(
        page
          .getByText(/^before: |compared with/)
          .or(page.getByRole('main'))
          .first(),
      ).toBeVisible()
      await untilQuiet()
    }
    await context.close()
    return [...asked].sort()
  }
  const one = await questionsOf('America/New_York', 0)
  const other = await questionsOf('Pacific/Auckland', 40 * 60_000)
  expect(one.length).toBeGreaterThan(10)
  expect(other).toEqual(one)
})

test('one letter chooses a period, brackets step, X compares, C opens the days', async ({ page }) => {
  await page.goto('/funnel')
  await settled(page)
  for (const [key, name] of [
    ['d', 'today'],
    ['s', 'last_7_days'],
    ['w', 'current_week'],
    ['m', 'current_month'],
    ['a', 'all_time'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page).toHaveURL(`/funnel?period=${name}`)
  }
  await page.keyboard.press('t')
  await expect(page).toHaveURL('/funnel')
  // What is shown, not the address alone: a step goes on from the period on the screen.
  const shown = page.getByRole('button', { name: /^(This month|1 \w+ – \d+ )/ })
  await page.keyboard.press('m')
  await expect(shown).toContainText('This month')
  await page.keyboard.press('[')
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01&to=\d{4}-\d\d-(28|29|30|31)$/)
  await expect(shown).not.toContainText('This month')
  await page.keyboard.press(']')
  await expect(shown).toContainText('This month')
  await expect(page).toHaveURL('/funnel?period=current_month')
  await page.keyboard.press(']')
  await expect(page).toHaveURL('/funnel?period=current_month')
  await page.keyboard.press('x')
  await expect(page).toHaveURL('/funnel?period=current_month&compare=on')
  await expect(page.getByText(/, compared with /)).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Previous period' })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByLabel('From')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await expect(page).toHaveURL('/funnel?period=current_month')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('Choose the period')
})

test('a stage shows the same tip to pointer and focus', async ({ page }) => {
  await page.goto('/funnel')
  await settled(page)
  const contacted = page.getByRole('table').getByRole('link', { name: 'Contacted' })
  await contacted.hover()
  await expect(page.locator('[data-tip]')).toContainText('reached this stage')
  const told = await page.locator('[data-tip]').textContent()
  await page.mouse.move(0, 0)
  await expect(page.locator('[data-tip]')).toHaveCount(0)
  await contacted.focus()
  await expect(page.locator('[data-tip]')).toHaveText(told ?? '')
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-tip]')).toHaveCount(0)
})
