import { expect, test } from './fixtures/test.ts'

test.use({
  locale: 'id-ID',
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  dashboardOptions: { sandbox: ['--leads', '300'] },
})

test('on a phone, in Indonesian: find a lead, read it, go on to the next, come back to the same place', async ({
  page,
}) => {
  await page.goto('/leads')
  await expect(page.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible()
  await page.getByRole('link', { name: /^Dihubungi/ }).tap()
  await expect(page).toHaveURL('/leads?status=contacted')
  // The rows of the question before stay until the new ones are there.
  const rows = page.getByRole('list', { name: 'Leads' }).getByRole('listitem')
  await expect(rows.filter({ hasNotText: 'Dihubungi' })).toHaveCount(0)
  const first = page.getByRole('main').locator('a[href^="/leads/0"]').first()
  await first.tap()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}\?status=contacted$/)
  await expect(page.getByText(/^1 dari /)).toBeVisible()
  await page.getByRole('button', { name: 'Lead berikutnya' }).tap()
  await expect(page.getByText(/^2 dari /)).toBeVisible()
  await page.getByRole('button', { name: 'Tutup' }).tap()
  await expect(page).toHaveURL('/leads?status=contacted')
})

test('on a phone: the bar below leads everywhere, and every target is large enough to touch', async ({ page }) => {
  await page.goto('/')
  const bar = page.getByRole('navigation', { name: 'Utama' })
  await expect(bar.getByRole('link')).toHaveCount(4)
  await bar.getByRole('button', { name: 'Lainnya' }).tap()
  await page.getByRole('dialog').getByRole('link', { name: 'Sinkron konversi' }).tap()
  await expect(page).toHaveURL(/\/conversions/)
  await bar.getByRole('link', { name: 'Lead baru' }).tap()
  await expect(page).toHaveURL('/leads/new')
  for (const path of ['/leads', '/pipeline', '/leads/new', '/support', '/workspace', '/funnel']) {
    await page.goto(path)
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, select, input:not([type=radio]):not([type=checkbox]), nav a')]
        .filter((element) => element.offsetParent !== null && element.getBoundingClientRect().height < 44)
        .map((element) => `${element.tagName} ${element.textContent || element.getAttribute('aria-label')}`),
    )
    expect([path, small]).toEqual([path, []])
  }
})

test('on a phone: a lead is added by touch', async ({ page, dashboard }) => {
  await page.goto('/leads/new')
  await page.getByLabel('Nama depan').fill('Rep Lapangan')
  await page.getByLabel('Telepon').fill('081234567890')
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  const rows = await dashboard.sql("select phone, status from leads where first_name = 'Rep Lapangan'")
  expect(rows).toEqual([{ phone: '081234567890', status: 'new' }])
})
