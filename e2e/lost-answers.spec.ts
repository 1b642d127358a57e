import { expect, test } from './fixtures/live-test.ts'
import { leadPanel } from './fixtures/pages.ts'

test.use({ locale: 'en-US' })

const agent = '/api/v2/agent/leads'

test('a change whose answer was lost is told as unknown, looked for, and found', async ({ page, live }) => {
  await page.goto('/leads/lead_abc123')
  await expect(leadPanel(page).getByRole('button', { name: /^Next:/ })).toBeVisible()
  live.upstream.fail({ method: 'PATCH', target: agent, fault: { kind: 'reset', committed: true }, times: 1 })
  await leadPanel(page)
    .getByRole('button', { name: /^Priority/ })
    .click()
  await page.getByRole('menuitemradio', { name: 'Urgent' }).click()
  await expect(page.getByText(/don't know yet whether this was saved/).first()).toBeVisible()
  await expect(page.getByText(/don't know yet whether this was saved/)).toHaveCount(0, { timeout: 8000 })
  expect(live.upstream.leads.get('lead_abc123')?.priority).toBe('urgent')
  expect(live.upstream.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  await expect(leadPanel(page).getByText('Urgent')).toBeVisible()
})

test('a new lead whose answer was lost is found by its reference, and never made twice', async ({ page, live }) => {
  live.upstream.fail({ method: 'POST', target: agent, fault: { kind: 'reset', committed: true }, times: 1 })
  await page.goto('/leads/new')
  await page.getByLabel('First name').fill('Hilang Jawaban')
  await page.getByLabel('Phone').fill('081298765432')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page.getByText(/don't know yet whether this was saved/).first()).toBeVisible()
  await expect(page).toHaveURL(/\/leads\/lead_\d+$/, { timeout: 10_000 })
  const made = [...live.upstream.leads.values()].filter(({ firstName }) => firstName === 'Hilang Jawaban')
  expect(made).toHaveLength(1)
  expect(live.upstream.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('a status that Konektor refuses comes back with the reason', async ({ page, live, noise }) => {
  noise.declareStatus(403)
  await page.goto('/leads/lead_abc123')
  await expect(leadPanel(page).getByRole('button', { name: 'Next: Contacted' })).toBeVisible()
  live.upstream.fail({ method: 'PATCH', target: agent, fault: { kind: 'error', status: 403, code: 'FORBIDDEN' } })
  await leadPanel(page).getByRole('button', { name: 'Next: Contacted' }).click()
  await expect(leadPanel(page).getByRole('button', { name: 'Next: Responded' })).toBeVisible()
  await expect(page.getByText(/agent\.leads\.write/).first()).toBeVisible({ timeout: 12_000 })
  await expect(leadPanel(page).getByRole('button', { name: 'Next: Contacted' })).toBeVisible()
  expect(live.upstream.leads.get('lead_abc123')?.status).toBe('new')
})
