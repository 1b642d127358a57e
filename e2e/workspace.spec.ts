import { scopes } from '#contract/vocabularies.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '120', '--language', 'en'] } })

test('a scope is tried only after it was said what is sent, and nothing is made by it', async ({ page, dashboard }) => {
  await page.goto('/workspace')
  await expect(page.getByRole('row').filter({ hasText: 'agent.support.write' })).toContainText('Unknown')
  const before = await dashboard.sql('select id, updated_at from leads order by id')
  await page.getByRole('button', { name: 'Try it… agent.support.write' }).click()
  const dialog = page.getByRole('dialog', { name: 'Check what the key may do' })
  await expect(dialog).toContainText('POST /api/v2/agent/support/tickets · body {}')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Check…' }).click()
  await expect(dialog).toContainText('PATCH /api/v2/agent/leads/00000000-0000-0000-0000-000000000000 · body {}')
  await dialog.getByRole('button', { name: 'Send these 6 requests' }).click()
  await expect(dialog).toBeHidden()
  for (const scope of scopes) await expect(page.getByRole('row').filter({ hasText: scope })).toContainText('Works')
  expect(await dashboard.sql('select 1 from tickets')).toEqual([])
  expect(await dashboard.sql('select id, updated_at from leads order by id')).toEqual(before)
  // The two refusals were asked for: they are no errors.
  await page.reload()
  await expect(page.getByText('Recent errors')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'agent.support.write' })).toContainText('Works')
  await expect(page.getByRole('row').filter({ hasText: '/api/v2/agent/' })).toHaveCount(0)
  await expect(page).toHaveURL('/workspace')
})

test('a scope that is missing is found missing', async ({ page, dashboard }) => {
  await dashboard.control('scopes', { scopes: scopes.filter((scope) => scope !== 'agent.leads.write') })
  await page.goto('/workspace')
  await page.getByRole('button', { name: 'Check…' }).click()
  await page.getByRole('button', { name: 'Send these 6 requests' }).click()
  const row = page.getByRole('row').filter({ hasText: 'agent.leads.write' }).first()
  await expect(row).toContainText('Missing')
  await expect(row).toContainText('tick agent.leads.write')
  await dashboard.control('scopes', { scopes })
})

test('the requests of this minute add up to the limit', async ({ page, dashboard }) => {
  await dashboard.control('limit', { limit: 500 })
  await page.goto('/workspace')
  // The minute may end meanwhile: the next one has none so far.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/^\d+ ours · \d+ by others · \d+ of 500 left$/)).toBeVisible({
      timeout: 4_000,
    })
  }).toPass({ timeout: 20_000 })
  const text = await page.getByText(/ours · /).textContent()
  const [ours = 0, others = 0, left = 0] = [...(text ?? '').matchAll(/\d+/g)].map(([number]) => Number(number))
  expect(ours + others + left).toBe(500)
  await dashboard.control('limit', { limit: 1_000_000 })
})

test('the sandbox does as it is told from here', async ({ page, dashboard }) => {
  await page.goto('/workspace')
  await page.getByLabel('Deliveries to TikTok').selectOption('failing')
  await page.getByLabel('Lose the answers of the next writes').selectOption('2')
  await expect(page.getByLabel('Lose the answers of the next writes')).toHaveValue('2')
  await page.reload()
  const count = async () => Number((await dashboard.sql<{ n: number }>('select count(*)::int as n from leads'))[0]?.n)
  const before = await count()
  await page.getByRole('button', { name: 'Let 10 come in' }).click()
  await expect(page.getByText('New leads: 10.')).toBeVisible()
  expect(await count()).toBe(before + 10)
  await expect(page.getByLabel('Lose the answers of the next writes')).toHaveValue('2')
  await page.getByLabel('Lose the answers of the next writes').selectOption('0')
  await page.reload()
  await expect(page.getByLabel('Lose the answers of the next writes')).toHaveValue('0')
  await expect(page.getByLabel('Deliveries to TikTok')).toHaveValue('failing')
})
