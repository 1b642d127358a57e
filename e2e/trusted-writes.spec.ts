import type { Browser, Page } from '@playwright/test'
import { type Dashboard, startDashboard } from './fixtures/dashboard-server.ts'
import { leadPanel } from './fixtures/pages.ts'
import { expect, test } from './fixtures/test.ts'
import { withoutNews } from './fixtures/without-news.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '200', '--language', 'en'] } })

const afterGrace = { timeout: 12_000 }

async function leadWith(dashboard: Dashboard, status: string, at = 0): Promise<string> {
  const rows = await dashboard.sql<{ id: string }>('select id from leads where status = $1 order by id', [status])
  const lead = rows[at]
  if (lead === undefined) throw new Error(`No lead is ${status}`)
  return lead.id
}

async function statusOf(dashboard: Dashboard, id: string): Promise<string | undefined> {
  return (await dashboard.sql<{ status: string }>('select status from leads where id = $1', [id]))[0]?.status
}

async function openLead(page: Page, id: string): Promise<void> {
  await page.goto(`/leads/${id}`)
  await expect(leadPanel(page).getByRole('button', { name: /^Next:/ })).toBeVisible()
}

async function otherBrowser(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, locale: 'en-US' })
  return context.newPage()
}

test('two browsers on one lead: other fields merge, the same one is shown as yours, theirs and before', async ({
  page,
  browser,
  dashboard,
  noise,
}) => {
  noise.declareStatus(409)
  await withoutNews(page)
  const id = await leadWith(dashboard, 'qualified')
  await openLead(page, id)
  const other = await otherBrowser(browser, dashboard.origin)
  await openLead(other, id)

  await leadPanel(page).getByRole('button', { name: 'Next: Hot' }).click()
  await leadPanel(other)
    .getByRole('button', { name: /^Priority/ })
    .click()
  await other.getByRole('menuitemradio', { name: 'Urgent' }).click()
  await expect
    .poll(() => dashboard.sql('select status, priority from leads where id = $1', [id]), afterGrace)
    .toEqual([{ status: 'hot', priority: 'urgent' }])

  await leadPanel(other)
    .getByRole('button', { name: /^Estimated value/ })
    .click()
  await other.getByRole('textbox', { name: 'Estimated value' }).fill('7.000.000')
  await other.keyboard.press('Enter')
  await expect
    .poll(() => dashboard.sql('select estimated_value::float as value from leads where id = $1', [id]))
    .toEqual([{ value: 7_000_000 }])
  await leadPanel(page)
    .getByRole('button', { name: /^Estimated value/ })
    .click()
  await page.getByRole('textbox', { name: 'Estimated value' }).fill('9.000.000')
  await page.keyboard.press('Enter')
  await expect(leadPanel(page).getByText('Yours')).toBeVisible()
  await expect(leadPanel(page).getByText('Rp 7,000,000').first()).toBeVisible()
  await expect(leadPanel(page).getByText('Rp 9,000,000').first()).toBeVisible()
  expect(await dashboard.sql('select estimated_value::float as value from leads where id = $1', [id])).toEqual([
    { value: 7_000_000 },
  ])
  await leadPanel(page).getByRole('button', { name: 'Keep mine' }).click()
  await expect
    .poll(() => dashboard.sql('select estimated_value::float as value from leads where id = $1', [id]))
    .toEqual([{ value: 9_000_000 }])
  await expect(page).toHaveURL(`/leads/${id}`)
  await other.context().close()
})

test('a status that somebody set meanwhile is not overwritten, and nothing typed is lost', async ({
  page,
  browser,
  dashboard,
}) => {
  await withoutNews(page)
  const id = await leadWith(dashboard, 'responded')
  await openLead(page, id)
  const other = await otherBrowser(browser, dashboard.origin)
  await openLead(other, id)
  await leadPanel(other).getByRole('button', { name: 'Next: Qualified' }).click()
  await expect.poll(() => statusOf(dashboard, id), afterGrace).toBe('qualified')
  // This page still shows the lead as it was.
  await page.keyboard.press('6')
  await expect(leadPanel(page).getByText('Yours')).toBeVisible(afterGrace)
  expect(await statusOf(dashboard, id)).toBe('qualified')
  await leadPanel(page).getByRole('button', { name: 'Take theirs' }).click()
  await expect(leadPanel(page).getByRole('button', { name: 'Next: Hot' })).toBeVisible()
  await other.context().close()
})

test('a tab that is discarded in the middle of the grace loses nothing', async ({ page, context, dashboard }) => {
  const id = await leadWith(dashboard, 'new')
  await openLead(page, id)
  await leadPanel(page).getByRole('button', { name: 'Next: Contacted' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  const another = await context.newPage()
  await page.close()
  await expect.poll(() => statusOf(dashboard, id), afterGrace).toBe('contacted')
  await another.close()
})

test('a tab that comes back in the middle of the grace can still undo', async ({ page, dashboard }) => {
  const id = await leadWith(dashboard, 'new', 1)
  await openLead(page, id)
  await leadPanel(page).getByRole('button', { name: 'Next: Contacted' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(leadPanel(page).getByRole('button', { name: 'Next: Contacted' })).toBeVisible()
  await page.waitForTimeout(5500)
  expect(await statusOf(dashboard, id)).toBe('new')
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(id)
})

test('offline a change waits in the tab, and leaves when the connection is back', async ({
  page,
  context,
  dashboard,
  noise,
}) => {
  const id = await leadWith(dashboard, 'new', 2)
  await openLead(page, id)
  await context.setOffline(true)
  await expect(page.getByText(/Offline\. Showing data from/)).toBeVisible()
  await page.keyboard.press('2')
  await expect(leadPanel(page).getByRole('button', { name: 'Next: Responded' })).toBeVisible()
  await expect(page.getByText(/1 change is waiting in this tab/)).toBeVisible()
  await page.waitForTimeout(1500)
  expect(await statusOf(dashboard, id)).toBe('new')
  await context.setOffline(false)
  await expect.poll(() => statusOf(dashboard, id), afterGrace).toBe('contacted')
  await expect(page).toHaveURL(`/leads/${id}`)
  // Chromium notes each request it could not make.
  expect(noise.take().filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})

test('a dashboard that dies in the middle of a hold: the browser says that it was not confirmed, and sends it when told', async ({
  page,
  noise,
}) => {
  test.setTimeout(90_000)
  const dashboard = await startDashboard({ sandbox: ['--leads', '60', '--language', 'en'] })
  noise.declareOrigin(dashboard.origin)
  noise.declareStatus(502, 503, 504)
  try {
    const id = await leadWith(dashboard, 'new')
    await page.goto(`${dashboard.origin}/leads/${id}`)
    await leadPanel(page).getByRole('button', { name: 'Next: Contacted' }).click()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
    await dashboard.crash()
    await dashboard.startAgain()
    await expect(page.getByText(/not confirmed/).first()).toBeVisible({ timeout: 20_000 })
    expect(await statusOf(dashboard, id)).toBe('new')
    await page.getByRole('button', { name: 'Send again' }).first().click()
    await expect.poll(() => statusOf(dashboard, id), afterGrace).toBe('contacted')
  } finally {
    await dashboard.stop()
  }
  expect(noise.take().filter((line) => !/ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED/.test(line))).toEqual([])
})
