import type { Locator, Page } from '@playwright/test'
import { adPlatforms, leadPriorities, leadSources, leadStatuses } from '#contract/vocabularies.ts'
import { sandboxMembers } from '#sandbox/sandbox-members.ts'
import type { Dashboard } from './fixtures/dashboard-server.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '900', '--language', 'en'] } })

interface Row {
  readonly id: string
  readonly unique_code: string
}

const order = 'order by updated_at desc, id desc'

/** What SQL says: how many leads match, and which come first. */
async function expected(dashboard: Dashboard, where: string, params: readonly unknown[] = [], sort = order) {
  const rows = await dashboard.sql<Row>(
    `select id, unique_code from leads where deleted_at is null and ${where} ${sort}`,
    params,
  )
  return { total: rows.length, first: rows.slice(0, 3).map(({ id }) => `/leads/${id}`) }
}

/** Waits until the table shows just that many, and the same first rows in the same order. */
async function showsWhatSqlSays(page: Page, answer: { total: number; first: readonly string[] }): Promise<void> {
  const shown = Math.min(50, answer.total)
  await expect(countLine(page)).toContainText(`${shown} of ${answer.total} `)
  const links = page.getByRole('grid').getByRole('link')
  for (const [index, path] of answer.first.entries()) {
    await expect(links.nth(index)).toHaveAttribute('href', new RegExp(`^${path}(\\?|$)`))
  }
}

/** "50 of 900 · as of 14:02". */
function countLine(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /^[\d,]+ of [\d,]+/ })
}

async function openFilters(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Filter/ }).click()
  return page.getByRole('dialog')
}

test('each status tab narrows the table to what SQL says, and the address with it', async ({ page, dashboard }) => {
  await page.goto('/leads')
  await showsWhatSqlSays(page, await expected(dashboard, 'true'))
  for (const status of leadStatuses) {
    await page.getByRole('navigation', { name: 'Status' }).locator(`a[href*="status=${status}"]`).click()
    await expect(page).toHaveURL(`/leads?status=${status}`)
    await showsWhatSqlSays(page, await expected(dashboard, 'status = $1', [status]))
  }
})

const selects = [
  { label: 'Priority', parameter: 'priority', column: 'priority', values: leadPriorities },
  { label: 'Source', parameter: 'source', column: 'source', values: leadSources },
  { label: 'Ad platform', parameter: 'platform', column: 'ad_platform', values: adPlatforms },
  { label: 'Assignee', parameter: 'assignee', column: 'assigned_to', values: sandboxMembers.map(({ id }) => id) },
] as const

for (const { label, parameter, column, values } of selects) {
  test(`each value of the ${label} filter narrows to what SQL says`, async ({ page, dashboard }) => {
    await page.goto('/leads')
    await showsWhatSqlSays(page, await expected(dashboard, 'true'))
    for (const value of values) {
      const panel = await openFilters(page)
      await panel.getByLabel(label).selectOption(value)
      await expect(page).toHaveURL(`/leads?${parameter}=${value}`)
      await page.keyboard.press('Escape')
      await showsWhatSqlSays(page, await expected(dashboard, `${column} = $1`, [value]))
    }
  })
}

test('a created range of whole days in the workspace zone narrows to what SQL says', async ({ page, dashboard }) => {
  await page.goto('/leads')
  const [bounds] = await dashboard.sql<{ first: string; last: string }>(
    `select to_char(max(created_at at time zone 'Asia/Jakarta') - interval '9 days', 'YYYY-MM-DD') as first,
            to_char(max(created_at at time zone 'Asia/Jakarta') - interval '3 days', 'YYYY-MM-DD') as last from leads`,
  )
  if (bounds === undefined) throw new Error('no leads')
  await page.goto(`/leads?from=${bounds.first}&to=${bounds.last}`)
  const where = "(created_at at time zone 'Asia/Jakarta')::date between $1::date and $2::date"
  const answer = await expected(dashboard, where, [bounds.first, bounds.last])
  expect(answer.total).toBeGreaterThan(0)
  await showsWhatSqlSays(page, answer)
  await page.reload()
  await expect(page).toHaveURL(`/leads?from=${bounds.first}&to=${bounds.last}`)
  await showsWhatSqlSays(page, answer)
})

test('filters join, Back undoes one at a time, reload and a copied link keep them', async ({
  page,
  dashboard,
  context,
}) => {
  await page.goto('/leads')
  await page.getByRole('navigation', { name: 'Status' }).locator('a[href*="status=new"]').click()
  const panel = await openFilters(page)
  await panel.getByLabel('Ad platform').selectOption('meta')
  await page.keyboard.press('Escape')
  const both = await expected(dashboard, "status = 'new' and ad_platform = 'meta'")
  await expect(page).toHaveURL('/leads?status=new&platform=meta')
  await showsWhatSqlSays(page, both)

  await page.reload()
  await showsWhatSqlSays(page, both)
  const copy = await context.newPage()
  await copy.goto(page.url())
  await showsWhatSqlSays(copy, both)
  await copy.close()

  await page.goBack()
  await expect(page).toHaveURL('/leads?status=new')
  await showsWhatSqlSays(page, await expected(dashboard, "status = 'new'"))
  await page.goBack()
  await expect(page).toHaveURL('/leads')
  await showsWhatSqlSays(page, await expected(dashboard, 'true'))
})

test('a chip takes its filter away', async ({ page, dashboard }) => {
  await page.goto('/leads?priority=high&source=ads')
  await showsWhatSqlSays(page, await expected(dashboard, "priority = 'high' and source = 'ads'"))
  await page.getByRole('button', { name: /remove.*priority|priority.*remove/i }).click()
  await expect(page).toHaveURL('/leads?source=ads')
  await showsWhatSqlSays(page, await expected(dashboard, "source = 'ads'"))
})

test('search finds by name, code and phone in any form, and never stands in the address', async ({
  page,
  dashboard,
}) => {
  const [lead] = await dashboard.sql<{
    id: string
    first_name: string
    last_name: string
    unique_code: string
    phone_digits: string
  }>(
    `select id, first_name, last_name, unique_code, phone_digits from leads
      where phone_digits <> '' and last_name is not null and status <> 'pageview' ${order} limit 1`,
  )
  if (lead === undefined) throw new Error('no lead with a phone')
  await page.goto('/leads')
  await expect(countLine(page)).toBeVisible()
  await page.keyboard.press('/')
  const box = page.getByRole('textbox', { name: 'Search leads' })
  await expect(box).toBeFocused()
  const local = `0${lead.phone_digits.slice(2)}`
  for (const text of [
    lead.unique_code,
    `${lead.first_name} ${lead.last_name}`.toUpperCase(),
    local,
    `+${lead.phone_digits}`,
  ]) {
    await box.fill(text)
    await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).toContain(text)
    await expect(page.getByRole('grid').locator(`a[href^="/leads/${lead.id}"]`)).toBeVisible()
    await expect(countLine(page)).not.toContainText('of 900')
    await expect(page).toHaveURL('/leads')
  }
  await page.reload()
  await expect(box).toHaveValue(`+${lead.phone_digits}`)
  await expect(page.getByRole('grid').locator(`a[href^="/leads/${lead.id}"]`)).toBeVisible()
  await expect(page).toHaveURL('/leads')
  await page.goBack()
  await expect(box).toHaveValue('')
})

test('sorts by created and updated, both ways, and only those', async ({ page, dashboard }) => {
  await page.goto('/leads')
  for (const column of ['created', 'updated'] as const) {
    const header = page.getByRole('columnheader', { name: new RegExp(column, 'i') })
    for (let click = 0; click < 2; click += 1) {
      await header.getByRole('button').first().click()
      const direction = (await header.getAttribute('aria-sort')) === 'ascending' ? 'asc' : 'desc'
      await showsWhatSqlSays(
        page,
        await expected(dashboard, 'true', [], `order by ${column}_at ${direction}, id ${direction}`),
      )
    }
  }
  await expect(
    page
      .getByRole('columnheader')
      .locator('button')
      .filter({ hasText: /^(Name|Status|Phone|Source)$/ }),
  ).toHaveCount(0)
})

test('an address with nonsense names what it ignores and applies the rest', async ({ page, dashboard }) => {
  await page.goto('/leads?status=new&priority=asap&foo=1')
  const line = page.getByRole('status').filter({ hasText: 'priority=asap' })
  await expect(line).toContainText('foo=1')
  await showsWhatSqlSays(page, await expected(dashboard, "status = 'new'"))
  await line.getByRole('button', { name: 'Dismiss' }).click()
  await expect(line).toBeHidden()
})

test('rows stream in by cursor down to the last, each once', async ({ page, dashboard }) => {
  await page.goto('/leads?status=pageview')
  const { total } = await expected(dashboard, "status = 'pageview'")
  const grid = page.getByRole('grid')
  await expect(grid).toBeVisible()
  const count = countLine(page)
  for (let turn = 0; turn < 40 && !((await count.textContent()) ?? '').startsWith(`${total} of ${total}`); turn += 1) {
    await grid.getByRole('link').last().focus()
    await page.keyboard.press('End')
    await page.waitForTimeout(150)
  }
  await expect(count).toContainText(`${total} of ${total} `)
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(total + 1))
})

test('no match says which filters, and clears the last', async ({ page, dashboard }) => {
  const nobody = '00000000-0000-4000-8000-000000000000'
  await page.goto(`/leads?status=new&assignee=${nobody}`)
  await expect(page.getByText(/No lead matches/)).toBeVisible()
  await page
    .getByRole('main')
    .getByRole('button', { name: /^clear .*assignee/i })
    .click()
  await expect(page).toHaveURL('/leads?status=new')
  await showsWhatSqlSays(page, await expected(dashboard, "status = 'new'"))
})
