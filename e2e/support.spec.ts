import { limits } from '#contract/limits.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '120', '--language', 'en'] } })

test('subject and message hold their limits on both sides, counted as Konektor counts', async ({ page, dashboard }) => {
  await page.goto('/support')
  const [subject, message] = [page.getByLabel('Subject'), page.getByLabel('Message')]
  const send = page.getByRole('button', { name: 'Send ticket' })
  await page.getByRole('button', { name: 'Remove' }).click()
  const sent = async () => (await dashboard.sql('select 1 from tickets')).length

  await subject.fill('ab')
  await message.fill('')
  await send.click()
  await expect(page.getByText('At least 3 characters.')).toBeVisible()
  await expect(page.getByText('Write a message.')).toBeVisible()
  await expect(subject).toBeFocused()
  // Two units each: a letter of the eye is not a letter of the wire.
  await subject.fill('😀'.repeat(90))
  await expect(page.getByText('180 / 180')).toBeVisible()
  await subject.fill(`${'😀'.repeat(90)}x`)
  await expect(page.getByText(/181 \/ 180/)).toBeVisible()
  await expect(page.getByText(/1 too many|1 over|At most 180/).first()).toBeVisible()
  await send.click()
  expect(await sent()).toBe(0)

  await subject.fill('abc')
  await message.fill('x'.repeat(limits.message + 1))
  await expect(page.getByText('10,001 / 10,000')).toBeVisible()
  await send.click()
  await expect(message).toBeFocused()
  expect(await sent()).toBe(0)
  await message.fill('x'.repeat(limits.message))
  await send.click()
  await expect(page.getByText(/^Sent as/)).toBeVisible()
  await subject.fill('s'.repeat(180))
  await message.fill('x')
  // Diagnostics go along again: leaving them out was for that ticket.
  await expect(page.getByText('Diagnostics sent with it')).toBeVisible()
  await send.click()
  await expect.poll(sent).toBe(2)

  // With diagnostics the two are counted together, live.
  await message.fill('x'.repeat(limits.message))
  await expect(page.getByText(/Message and diagnostics together: \d+ too many\./)).toBeVisible()
  await expect(page).toHaveURL('/support')
})

test('failures that are none any more leave the form empty, and it says so', async ({ page }) => {
  await page.goto('/support?failure=01a00000-0000-7000-8000-000000000000')
  await expect(page.getByText('These events are not among the failures any more')).toBeVisible()
  await expect(page.getByLabel('Subject')).toHaveValue('')
})

test('a ticket that was begun is not overwritten by a report', async ({ page, dashboard }) => {
  const [failed] = await dashboard.sql<{ id: string }>(
    "select id from leads where sync_state in ('failed', 'partial') limit 1",
  )
  await page.goto('/support')
  await page.getByLabel('Subject').fill('My own words')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto(`/support?failure=${failed?.id}`)
  await expect(page.getByText('You had begun another ticket; it is here.')).toBeVisible()
  await expect(page.getByLabel('Subject')).toHaveValue('My own words')
  await page.getByRole('button', { name: 'Write about the failures instead' }).click()
  await expect(page.getByLabel('Subject')).toHaveValue(/conversions not delivered/)
  await expect(page.getByText(/^Leads API_/)).toBeVisible()
})
