import { leadPanel } from './fixtures/pages.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '300', '--language', 'en'] } })

test('by keyboard only: filter, walk, open, read on, edit, save, close', async ({ page, dashboard }) => {
  await page.goto('/leads')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByLabel('Priority')).toBeFocused()
  await page.keyboard.press('H')
  await expect(page).toHaveURL('/leads?priority=high')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  // The walk begins on the rows that answer the filter, not on those they replace.
  const high = await dashboard.sql("select 1 from leads where priority = 'high'")
  await expect(page.getByRole('status').filter({ hasText: ` of ${high.length} ` })).toBeVisible()

  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}\?priority=high$/)
  const position = leadPanel(page).getByText(/^\d+ of /)
  const before = Number(/^(\d+) of/.exec((await position.textContent()) ?? '')?.[1])
  await page.keyboard.press('j')
  await expect(position).toContainText(`${before + 1} of`)
  const id = /leads\/([0-9a-f-]{36})/.exec(page.url())?.[1]

  await page.keyboard.press('e')
  await expect(page).toHaveURL(new RegExp(`/leads/${id}/edit`))
  await page.getByLabel('Last name').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Papan Ketik')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(new RegExp(`/leads/${id}(\\?|$)`))
  expect(await dashboard.sql('select last_name from leads where id = $1', [id])).toEqual([{ last_name: 'Papan Ketik' }])

  await page.keyboard.press('Escape')
  await expect(leadPanel(page)).toBeHidden()
  await expect(page).toHaveURL(/\/leads(\?|$)/)
})

test('closing a lead gives the focus back to its row', async ({ page }) => {
  await page.goto('/leads')
  await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const id = await page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('a')?.getAttribute('href'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(id ?? '')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/leads')
  expect(
    await page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('a')?.getAttribute('href')),
  ).toBe(id)
})

test('single keys never fire while typing, and can be turned off', async ({ page }) => {
  await page.goto('/leads')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('textbox', { name: 'Search leads' }).pressSequentially('f?je')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Search leads' })).toHaveValue('f?je')
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByLabel('Single-key shortcuts are on').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('f')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a first Tab offers to skip to the content', async ({ page }) => {
  await page.goto('/workspace')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#content')).toBeFocused()
})

test('columns are hidden, moved and sized by keyboard, and the choice is kept', async ({ page }) => {
  await page.goto('/leads')
  await expect(page.getByRole('columnheader', { name: /^Phone/ })).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Phone' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('columnheader', { name: /^Phone/ })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('columnheader', { name: /^Status/ })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: /^Phone/ })).toHaveCount(0)
})
