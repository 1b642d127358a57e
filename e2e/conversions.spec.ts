import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { APIRequestContext, Page } from '@playwright/test'
import type { Dashboard } from './fixtures/dashboard-server.ts'
import { leadPanel } from './fixtures/pages.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '500', '--language', 'en'] } })

const well = { meta: 'none', google: 'none', tiktok: 'none', linkedin: 'none' }

function trouble(dashboard: Dashboard, platforms: Partial<typeof well>, droppedReplies = 0): Promise<unknown> {
  return dashboard.control('state', { platforms: { ...well, ...platforms }, droppedReplies })
}

async function newLead(dashboard: Dashboard, request: APIRequestContext, adPlatform: string): Promise<string> {
  const answer = await request.post(`${dashboard.origin}/bff/leads`, {
    headers: { 'x-konektor-dashboard': '1' },
    data: { writeId: randomUUID(), lead: { firstName: 'Uji', lastName: 'Kirim', status: 'contacted', adPlatform } },
  })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { data: { lead: { id: string } } }).data.lead.id
}

async function stateOf(dashboard: Dashboard, id: string): Promise<string | undefined> {
  const [row] = await dashboard.sql<{ state: string }>('select sync_state as state from leads where id = $1', [id])
  return row?.state
}

async function codeOf(dashboard: Dashboard, id: string): Promise<string> {
  const [row] = await dashboard.sql<{ code: string }>('select unique_code as code from leads where id = $1', [id])
  return row?.code ?? 'no code'
}

async function open(page: Page, path = '/conversions'): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: 'Conversion sync' })).toBeVisible()
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}

const rowOf = (page: Page, code: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: code }) })

test('what waits turns delivered: it leaves the list, and the count with it', async ({ page, dashboard, request }) => {
  await trouble(dashboard, { linkedin: 'stalled' })
  const ids = await Promise.all([1, 2, 3].map(() => newLead(dashboard, request, 'linkedin')))
  const codes = await Promise.all(ids.map((id) => codeOf(dashboard, id)))
  await open(page, '/conversions?state=pending&platform=linkedin')
  for (const code of codes) {
    await expect(rowOf(page, code)).toContainText('Waiting')
    await expect(rowOf(page, code)).toContainText('at most 90 d')
  }
  await trouble(dashboard, {})
  await expect
    .poll(async () => (await Promise.all(ids.map((id) => stateOf(dashboard, id)))).includes('synced'), {
      timeout: 15_000,
    })
    .toBe(true)
  await page.getByRole('button', { name: 'Refresh' }).click()
  for (const [n, id] of ids.entries()) {
    const isDelivered = (await stateOf(dashboard, id)) === 'synced'
    if (isDelivered) await expect(rowOf(page, codes[n] ?? '')).toHaveCount(0)
  }
  await expect(page).toHaveURL('/conversions?state=pending&platform=linkedin')
  await page.getByRole('button', { name: 'Show all platforms' }).first().click()
  await expect(page).toHaveURL('/conversions?state=pending')
  await page.getByText(/^All \d/).click()
  await expect(page).toHaveURL('/conversions')
  const [unsent] = await dashboard.sql<{ n: number }>(
    "select count(*)::int as n from leads where deleted_at is null and sync_state in ('pending', 'partial', 'failed')",
  )
  await expect(page.getByText(`All ${unsent?.n}`)).toBeVisible()
})

test('a failing platform raises health and alarm; its failures are two presses from a ticket without names', async ({
  page,
  dashboard,
  request,
}) => {
  test.setTimeout(60_000)
  // From here on it is watched.
  await open(page)
  await trouble(dashboard, { tiktok: 'failing' })
  const ids = await Promise.all([1, 2, 3].map(() => newLead(dashboard, request, 'tiktok')))
  const codes = await Promise.all(ids.map((id) => codeOf(dashboard, id)))
  await expect
    .poll(async () => Promise.all(ids.map((id) => stateOf(dashboard, id))), { timeout: 20_000 })
    .toEqual(['failed', 'failed', 'failed'])
  await page.getByRole('button', { name: 'Refresh' }).click()
  const platforms = page.getByRole('list', { name: 'Platforms' })
  await expect(platforms.getByRole('button', { name: /^TikTok/ })).toContainText('Failing since')
  await expect(page.getByRole('status').filter({ hasText: 'TikTok: 3 events have failed' })).toContainText(
    'Watching since',
  )
  await platforms.getByRole('button', { name: /^TikTok/ }).click()
  await expect(page).toHaveURL('/conversions?platform=tiktok')
  for (const code of codes) await expect(rowOf(page, code)).toContainText('Failed')

  await page
    .getByRole('link', { name: /Report \d+ to support \(TikTok/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/support\?failure=[0-9a-f-]{36}$/)
  await expect(page.getByLabel('Subject')).toHaveValue(/^TikTok conversions not delivered since .*: \d+$/)
  await expect(page.getByText('No names, phones or emails.')).toBeVisible()
  await page.getByRole('button', { name: 'Send ticket' }).click()
  await expect(page.getByText(/^Sent as [A-Z0-9]{5}-[A-Z0-9]{4}\.$/)).toBeVisible()
  await expect(page).toHaveURL('/support')
  const tickets = await dashboard.sql<{ ref: string; subject: string; message: string }>(
    "select ref, subject, message from tickets where subject like 'TikTok conversions%'",
  )
  expect(tickets).toHaveLength(1)
  const [ticket] = tickets
  const message = ticket?.message ?? ''
  for (const code of codes) expect(message).toContain(code)
  for (const part of [
    'Platform tiktok',
    'failed',
    'First seen by',
    'last attempt',
    'Asia/Jakarta',
    'request id',
    '672 h',
    'Dashboard 0.1.0',
  ])
    expect(message).toContain(part)
  expect(await personalValuesIn(dashboard, `${ticket?.subject} ${message}`)).toEqual([])

  // The ledger knows what it was about, and the rows know their ticket.
  const ledger = page.getByRole('listitem').filter({ hasText: ticket?.ref ?? 'no reference' })
  await expect(ledger).toContainText('TikTok')
  await expect(ledger.getByText(/^\d+ leads$/)).toBeVisible()
  await open(page, '/conversions?platform=tiktok')
  await expect(rowOf(page, codes[0] ?? '')).toContainText(ticket?.ref ?? 'no reference')
  await expect(page.getByText(`as ${ticket?.ref}`)).toBeVisible()

  // Another one within two days is warned of.
  await page
    .getByRole('link', { name: /Report again \(TikTok/ })
    .first()
    .click()
  await expect(page.getByRole('status').filter({ hasText: `${ticket?.ref}. Send another only` })).toBeVisible()

  // And once none of them is undelivered any more, that is said.
  const [sent] = (
    await (await request.get(`${dashboard.origin}/bff/tickets`, { headers: { 'x-konektor-dashboard': '1' } })).json()
  ).data as { about: { leadIds: string[] } }[]
  for (const leadId of sent?.about.leadIds ?? []) await dashboard.control('delete', { leadId })
  await trouble(dashboard, {})
  // Deleted behind the proxy's back, which keeps a list for half a minute.
  await dashboard.forget()
  await open(page)
  await expect(
    page.getByText(`${ticket?.ref}: all ${sent?.about.leadIds.length} have left this list since`),
  ).toBeVisible()
})

/** Names, phones and mails of any lead that stand in a text. */
async function personalValuesIn(dashboard: Dashboard, text: string): Promise<string[]> {
  const people = await dashboard.sql<Record<string, string | null>>(
    'select first_name, last_name, phone, phone_digits, email from leads',
  )
  expect(people.length).toBeGreaterThanOrEqual(500)
  const values = new Set(
    people.flatMap((person) => Object.values(person).filter((value) => value !== null && value !== '')),
  )
  return [...values].flatMap((value) => {
    const escaped = String(value).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`(^|[^\\p{L}\\p{N}])${escaped}($|[^\\p{L}\\p{N}])`, 'u').test(text) ? [String(value)] : []
  })
}

test('names go along only where they are ticked, and are shown before', async ({ page, dashboard, request }) => {
  test.setTimeout(60_000)
  await trouble(dashboard, { google: 'failing' })
  const id = await newLead(dashboard, request, 'google')
  await expect.poll(() => stateOf(dashboard, id), { timeout: 20_000 }).toBe('failed')
  await page.goto(`/support?failure=${id}`)
  await expect(page.getByLabel('Subject')).toHaveValue(/^Google conversions not delivered/)
  await expect(page.getByText('Uji Kirim')).toBeHidden()
  await page.getByLabel('Add names, phones and emails').check()
  await expect(page.getByText('Uji Kirim')).toBeVisible()
  await expect(page).toHaveURL(`/support?failure=${id}`)
  await page.getByRole('button', { name: 'Send ticket' }).click()
  await expect(page.getByText(/^Sent as/)).toBeVisible()
  const [ticket] = await dashboard.sql<{ message: string }>(
    "select message from tickets where subject like 'Google conversions%'",
  )
  expect(ticket?.message).toContain('Uji Kirim')
  await trouble(dashboard, {})
})

test('an answer that is lost after the ticket was taken sends exactly one, and says that nobody knows', async ({
  page,
  dashboard,
  noise,
}) => {
  noise.declareStatus(504)
  await trouble(dashboard, {}, 1)
  await page.goto('/support')
  await page.getByLabel('Subject').fill('Lost on the way')
  await page.getByLabel('Message').fill('Did this arrive?')
  await page.getByRole('button', { name: 'Send ticket' }).click()
  await expect(page.getByRole('alert')).toContainText("We don't know yet whether this arrived")
  await expect(page.getByText('may have arrived', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('alert')).toContainText("We don't know yet whether this arrived")
  await expect(page.getByLabel('Subject')).toHaveValue('Lost on the way')
  expect(await dashboard.sql("select 1 from tickets where subject = 'Lost on the way'")).toHaveLength(1)
  await expect(page).toHaveURL('/support')
})

test('a row opens its lead beside the list, keys walk, and closing returns to the row', async ({ page }) => {
  await open(page)
  const rows = page.locator('tr[data-row-id]')
  const [first, second] = [await rows.nth(0).getAttribute('data-row-id'), await rows.nth(1).getAttribute('data-row-id')]
  await rows.nth(0).click()
  await expect(page).toHaveURL(`/conversions/${first}`)
  await expect(leadPanel(page)).toBeVisible()
  await expect(leadPanel(page).getByText(/^1 of \d+/)).toBeVisible()
  await page.keyboard.press('j')
  await expect(page).toHaveURL(`/conversions/${second}`)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/conversions')
  await expect(leadPanel(page)).toBeHidden()
  await expect(page.locator(`tr[data-row-id="${second}"]`)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/conversions/${first}`)
  await page.goBack()
  await expect(page).toHaveURL('/conversions')
  await page.goto(`/conversions/${first}?state=failed`)
  await expect(leadPanel(page)).toBeVisible()
})

test('a window that is changed changes the time left, for everybody and for good', async ({
  page,
  dashboard,
  request,
}) => {
  await trouble(dashboard, { meta: 'stalled' })
  const code = await codeOf(dashboard, await newLead(dashboard, request, 'meta'))
  await open(page, '/conversions?platform=meta')
  await expect(rowOf(page, code)).toContainText('at most 7 d')
  await expect(page.getByText('This dashboard counts Meta events as too late after 7 d.')).toBeVisible()
  await page.getByRole('button', { name: 'Time limits…' }).click()
  const dialog = page.getByRole('dialog', { name: 'How old may an event be?' })
  await dialog.getByLabel('Meta', { exact: true }).fill('0')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('From 1 hour to 366 days.')).toBeVisible()
  await dialog.getByLabel('Meta', { exact: true }).fill('40')
  await dialog.getByLabel('Unit for Meta').selectOption('hours')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, code)).toContainText('at most 1 d 16 h')
  await page.reload()
  await expect(rowOf(page, code)).toContainText('at most 1 d 16 h')
  // What else was set is as it was.
  await page.goto('/workspace')
  await expect(page.getByRole('button', { name: 'Edit First message' })).toBeVisible()
  await trouble(dashboard, {})
})

test('the list is saved as it is shown, without names, and leaves its line', async ({ page, dashboard }) => {
  await open(page, '/conversions?state=failed')
  const rows = await page.getByRole('grid').getAttribute('aria-rowcount')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save this list as CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^konektor-conversions-\d{4}-\d{2}-\d{2}-sandbox\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  const lines = text.trimEnd().split('\r\n')
  const head = lines.findIndex((line) => line.startsWith('leadId,'))
  expect(lines.length - head - 1).toBe(Number(rows) - 1)
  expect(lines.slice(head + 1).every((line) => line.includes(',failed,'))).toBe(true)
  expect(await personalValuesIn(dashboard, lines.slice(head).join(' '))).toEqual([])
  expect(dashboard.output()).toMatch(/"event":"export".*"subject":"conversions"/)
  await expect(page).toHaveURL('/conversions?state=failed')
})
