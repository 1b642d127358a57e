import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Dashboard } from './fixtures/dashboard-server.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '200', '--language', 'en'] } })

/** The server looks at the upstream every 8 s while somebody is there. */
const seenByThen = { timeout: 15_000 }

/** The lead that was changed last stands at the top of the list. */
async function topLead(dashboard: Dashboard): Promise<string> {
  const [row] = await dashboard.sql<{ id: string }>('select id from leads order by updated_at desc, id desc limit 1')
  return row?.id ?? ''
}

const rows = (page: Page) => page.getByRole('grid', { name: 'Leads' }).locator('tbody [data-row-id]')
const isLive = (page: Page) => page.getByRole('main').getByText(/· live$/)

test('eight tabs of one browser all load, share one stream, and show what was changed elsewhere', async ({
  context,
  dashboard,
}) => {
  /** The pages that have opened a stream, in order. */
  const holders: Page[] = []
  context.on('request', (request) => {
    if (request.url().endsWith('/bff/events')) holders.push(request.frame().page())
  })
  const id = await topLead(dashboard)
  const tabs = await Promise.all(Array.from({ length: 8 }, () => context.newPage()))
  await Promise.all(tabs.map((page) => page.goto('/leads')))
  for (const page of tabs) {
    await expect(rows(page).first()).toHaveAttribute('data-row-id', id)
    await expect(isLive(page)).toBeVisible()
  }
  expect(holders).toHaveLength(1)
  await dashboard.changeElsewhere(id, { firstName: 'Zulaikha', lastName: 'Elsewhere' })
  for (const page of tabs) await expect(rows(page).first()).toContainText('Zulaikha Elsewhere', seenByThen)
  // Whoever held it is gone: another takes over, and hears at once what this dashboard itself wrote.
  const left = tabs.filter((page) => page !== holders[0])
  await holders[0]?.close()
  await expect.poll(() => holders.length).toBe(2)
  const answer = await context.request.patch(`/bff/leads/${id}`, {
    headers: { 'x-konektor-dashboard': '1' },
    data: { writeId: randomUUID(), base: { values: { lastName: 'Elsewhere' } }, changes: { lastName: 'Takes Over' } },
  })
  expect([left.length, answer.status()]).toEqual([7, 200])
  for (const page of left) {
    await expect(rows(page).first()).toContainText('Zulaikha Takes Over')
    await expect(page).toHaveURL('/leads')
  }
})

test('new leads wait in a pill while rows stay where they are; pressed, it shows them', async ({ page, dashboard }) => {
  const before = await topLead(dashboard)
  await page.goto('/leads')
  await expect(isLive(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /may have changed/ })).toBeHidden()
  await dashboard.control('arrivals', { leads: 6 })
  const pill = page.getByRole('button', { name: /new leads?: show/ })
  await expect(pill).toBeVisible(seenByThen)
  await expect(pill).toHaveText(/6 new/)
  await expect(rows(page).first()).toHaveAttribute('data-row-id', before)
  await expect(page).toHaveURL('/leads')
  await pill.click()
  await expect(rows(page).first()).toHaveAttribute('data-row-id', await topLead(dashboard))
  await expect(pill).toBeHidden()
  await expect(page).toHaveURL('/leads')
})
