import { randomUUID } from 'node:crypto'
import { leadPanel } from './fixtures/pages.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '300', '--language', 'en'] } })

test('a lead that is added arrives with every field as it was typed', async ({ page, dashboard }) => {
  await page.goto('/leads')
  await page.getByRole('link', { name: 'New lead' }).first().click()
  await expect(page).toHaveURL('/leads/new')
  await page.getByLabel('First name').fill('Dewi')
  await page.getByLabel('Last name').fill('Łucja 🌸 مرحبا')
  await page.getByLabel('Phone').fill(' 0811 9090 212 ')
  await page.getByLabel('Email').fill('dewi.e2e@example.com')
  await page.getByLabel('Status').selectOption('proposal')
  await page.getByLabel('Ad platform').selectOption('tiktok')
  await expect(page.getByText(/InitiateCheckout/)).toBeVisible()
  await page.getByLabel('Priority').selectOption('urgent')
  await page.getByLabel('Source').selectOption('whatsapp')
  await page.getByLabel('Assignee').selectOption({ label: 'Rini' })
  await page.getByLabel('Estimated value').fill('Rp 21.000.000')
  await page.getByLabel('External reference').fill('CRM-88120')
  await page.getByLabel('Notes').fill('Line one\n<b>line two</b>')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()

  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  const [row] = await dashboard.sql<Record<string, unknown>>(
    `select first_name, last_name, phone, status, priority, source, ad_platform, estimated_value::float as estimated,
            actual_value, external_ref, notes from leads where email = 'dewi.e2e@example.com'`,
  )
  expect(row).toEqual({
    first_name: 'Dewi',
    last_name: 'Łucja 🌸 مرحبا',
    phone: '0811 9090 212',
    status: 'proposal',
    priority: 'urgent',
    source: 'whatsapp',
    ad_platform: 'tiktok',
    estimated: 21_000_000,
    actual_value: null,
    external_ref: 'CRM-88120',
    notes: 'Line one\n<b>line two</b>',
  })
  await expect(leadPanel(page)).toContainText('<b>line two</b>')
  await expect(page.getByRole('grid').getByText('Dewi Łucja 🌸 مرحبا')).toBeVisible()
})

test('a lead without a reference of its own gets one of ours, so that a lost answer cannot double it', async ({
  page,
  dashboard,
}) => {
  await page.goto('/leads/new')
  await page.getByLabel('First name').fill('Tanpa Ref')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  const rows = await dashboard.sql<{ external_ref: string }>(
    "select external_ref from leads where first_name = 'Tanpa Ref'",
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.external_ref).toMatch(/^kd_[0-9a-f-]{36}$/)
})

test('an edit sends what changed and nothing else, and the list shows it', async ({ page, dashboard }) => {
  const [lead] = await dashboard.sql<{ id: string; first_name: string; notes: string | null; updated: string }>(
    "select id, first_name, notes, updated_at::text as updated from leads where status = 'contacted' order by id limit 1",
  )
  if (lead === undefined) throw new Error('no lead to edit')
  await page.goto(`/leads/${lead.id}`)
  await page.getByRole('link', { name: /Edit all fields/ }).click()
  await expect(page).toHaveURL(`/leads/${lead.id}/edit`)
  await page.getByLabel('Priority').selectOption('urgent')
  await page.getByLabel('Last name').fill('Diubah')
  const sent = page.waitForRequest((request) => request.method() === 'PATCH')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  expect((await sent).postDataJSON().changes).toEqual({ priority: 'urgent', lastName: 'Diubah' })
  await expect(page).toHaveURL(`/leads/${lead.id}`)
  await expect(leadPanel(page)).toContainText('Diubah')
  const [after] = await dashboard.sql<Record<string, unknown>>(
    'select first_name, last_name, notes, priority, updated_at > $2::timestamptz as newer from leads where id = $1',
    [lead.id, lead.updated],
  )
  expect(after).toEqual({
    first_name: lead.first_name,
    last_name: 'Diubah',
    notes: lead.notes,
    priority: 'urgent',
    newer: true,
  })
})

test('Won asks for the value in the same save, is held whole, and leaves after its grace', async ({
  page,
  dashboard,
}) => {
  const [lead] = await dashboard.sql<{ id: string }>(
    "select id from leads where status in ('proposal', 'negotiation', 'invoice') and actual_value is null and ad_platform in ('meta', 'google', 'tiktok') order by id limit 1",
  )
  if (lead === undefined) throw new Error('no lead near its end')
  await page.goto(`/leads/${lead.id}/edit`)
  await page.getByLabel('Status').selectOption('won')
  await expect(page.getByText(/cannot be withdrawn/)).toBeVisible()
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page).toHaveURL(`/leads/${lead.id}/edit`)
  await page.getByLabel('Actual value').fill('9.750.000')
  await page.getByLabel('Last name').fill('Bersama')
  const sent = page.waitForRequest((request) => request.method() === 'PATCH')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  expect((await sent).postDataJSON().changes).toEqual({
    status: 'won',
    actualValue: 9_750_000,
    lastName: 'Bersama',
  })
  await expect(page).toHaveURL(`/leads/${lead.id}`)
  const stored = async () =>
    (
      await dashboard.sql('select status, actual_value::float as value, last_name from leads where id = $1', [lead.id])
    )[0]
  expect(await stored()).not.toMatchObject({ status: 'won' })
  expect(await stored()).not.toMatchObject({ last_name: 'Bersama' })
  await expect.poll(stored, { timeout: 20_000 }).toEqual({ status: 'won', value: 9_750_000, last_name: 'Bersama' })
})

test('a status set in the form can be taken back from where it waits', async ({ page, dashboard }) => {
  const [lead] = await dashboard.sql<{ id: string }>("select id from leads where status = 'new' order by id limit 1")
  if (lead === undefined) throw new Error('no new lead')
  await page.goto(`/leads/${lead.id}/edit`)
  await page.getByLabel('Status').selectOption('contacted')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page).toHaveURL(`/leads/${lead.id}`)
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(leadPanel(page).getByText('New', { exact: true }).first()).toBeVisible()
  // Longer than any grace of this status.
  await page.waitForTimeout(6_000)
  expect(await dashboard.sql('select status from leads where id = $1', [lead.id])).toEqual([{ status: 'new' }])
})

test('Lost asks for a reason, which becomes the first line of the notes', async ({ page, dashboard }) => {
  const [lead] = await dashboard.sql<{ id: string; notes: string | null }>(
    "select id, notes from leads where status = 'qualified' order by id limit 1",
  )
  if (lead === undefined) throw new Error('no qualified lead')
  await page.goto(`/leads/${lead.id}/edit`)
  await page.getByLabel('Status').selectOption('lost')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page.getByText('Choose a reason.')).toBeVisible()
  await page.getByRole('radio', { name: 'Price' }).check()
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page).toHaveURL(`/leads/${lead.id}`)
  const stored = async () =>
    (
      await dashboard.sql<{ status: string; notes: string }>('select status, notes from leads where id = $1', [lead.id])
    )[0]
  await expect.poll(async () => (await stored())?.status, { timeout: 20_000 }).toBe('lost')
  const [first, ...rest] = ((await stored())?.notes ?? '').split('\n')
  expect(first).toMatch(/^\d{2}\/\d{2}\/\d{4} \d{2}\.\d{2}( · [^:]+)?: Lost: price$/)
  expect(rest.join('\n')).toBe(lead.notes ?? '')
})

test('leads with the same phone stand beside the form, and saving stays possible', async ({ page, dashboard }) => {
  const [lead] = await dashboard.sql<{ id: string; phone: string; first_name: string }>(
    "select id, phone, first_name from leads where phone ~ '^(0|62|[+]62)8' order by id limit 1",
  )
  if (lead === undefined) throw new Error('no lead with a phone')
  const digits = lead.phone.replace(/\D/g, '').replace(/^(62|0)/, '')
  await page.goto('/leads/new')
  await page.getByLabel('First name').fill('Kembar')
  await page.getByLabel('Phone').fill(`https://wa.me/62${digits}?text=Halo`)
  await expect(page.getByText('Same phone').filter({ visible: true })).toBeVisible()
  await page.getByLabel('Last name').focus()
  await expect(page.getByLabel('Phone')).toHaveValue(`62${digits}`)
  await page
    .getByRole('link', { name: new RegExp(`^Open ${lead.first_name}`) })
    .first()
    .click()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  await page.goBack()
  await expect(page.getByLabel('First name')).toHaveValue('Kembar')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  expect(await dashboard.sql("select phone from leads where first_name = 'Kembar'")).toEqual([{ phone: `62${digits}` }])
})

test('save and new keeps where the lead comes from, and takes the next at once', async ({ page, dashboard }) => {
  await page.goto('/leads/new')
  await page.getByLabel('First name').fill('Beruntun Satu')
  await page.getByLabel('Source').selectOption('whatsapp')
  await page.getByLabel('Ad platform').selectOption('meta')
  await page.getByLabel('Notes').fill('yang pertama')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByText('Saved: Beruntun Satu is a new lead.')).toBeVisible()
  await expect(page.getByLabel('First name')).toBeFocused()
  await expect(page.getByLabel('Notes')).toHaveValue('')
  await page.keyboard.type('Beruntun Dua')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  const rows = await dashboard.sql(
    "select first_name, source, ad_platform, notes from leads where first_name like 'Beruntun%' order by created_at",
  )
  expect(rows).toEqual([
    { first_name: 'Beruntun Satu', source: 'whatsapp', ad_platform: 'meta', notes: 'yang pertama' },
    { first_name: 'Beruntun Dua', source: 'whatsapp', ad_platform: 'meta', notes: null },
  ])
})

test('a create whose answer is lost is looked up by its id and never sent twice', async ({
  page,
  dashboard,
  noise,
}) => {
  noise.declareStatus(503)
  const bodies: { writeId: string; lead: Record<string, unknown> }[] = []
  await page.route('**/bff/leads', async (route) => {
    bodies.push(route.request().postDataJSON())
    await route.fetch()
    // The proxy took it; this browser never hears of it.
    await route.fulfill({ status: 200, contentType: 'text/plain', body: '' })
  })
  await page.goto('/leads/new')
  await page.getByLabel('First name').fill('Jawaban Hilang')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  expect(bodies).toHaveLength(1)
  expect(bodies[0]?.writeId).toMatch(/^[0-9a-f-]{36}$/)
  expect(bodies[0]?.lead).toMatchObject({ firstName: 'Jawaban Hilang', status: 'new' })
  expect(await dashboard.sql("select 1 from leads where first_name = 'Jawaban Hilang'")).toHaveLength(1)
})

test('a create that is being looked for says so, outlives a reload, and ends by itself', async ({ page }) => {
  const posts: string[] = []
  let isFound = false
  const [known] = await (async () => {
    const answer = await page.request.get('/api/v2/agent/leads?limit=1', { headers: { 'x-konektor-dashboard': '1' } })
    return ((await answer.json()) as { data: Record<string, unknown>[] }).data
  })()
  const stateOf = (id: string) => ({
    id,
    kind: 'create',
    leadId: isFound ? known?.id : null,
    state: isFound ? 'saved' : 'checking',
    dueInMs: isFound ? null : 1_000,
    lead: isFound ? known : null,
    error: null,
  })
  await page.route('**/bff/leads', async (route) => {
    const { writeId } = route.request().postDataJSON() as { writeId: string }
    posts.push(writeId)
    await route.fulfill({ status: 202, json: { success: true, data: stateOf(writeId) } })
  })
  await page.route('**/bff/holds?*', async (route) => {
    const [id = ''] = posts
    await route.fulfill({ json: { success: true, data: { startedAt: '2020-01-01T00:00:00Z', writes: [stateOf(id)] } } })
  })
  page.on('dialog', (dialog) => void dialog.accept())
  await page.goto('/leads/new')
  await page.getByLabel('First name').fill('Dicari')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText("please don't enter it again")).toBeVisible()
  await expect(page.getByText(/^We look again in \d+ s/)).toBeVisible()
  await page.reload()
  await expect(page.getByText("please don't enter it again")).toBeVisible()
  isFound = true
  await expect(page).toHaveURL(`/leads/${known?.id}`)
  expect(posts).toHaveLength(1)
})

test('a template is edited once, for everybody, and begins the chat', async ({ page, dashboard }) => {
  await page.goto('/workspace')
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click()
  await page.getByLabel('Text in English').fill('Good day {name} 🌸, about {kode}')
  await expect(page.getByText('Good day Dewi 🌸, about AB12CD')).toBeVisible()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Templates saved.')).toBeVisible()
  await page.reload()
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click()
  await expect(page.getByLabel('Text in English')).toHaveValue('Good day {name} 🌸, about {kode}')

  const [lead] = await dashboard.sql<{ id: string; first_name: string; unique_code: string }>(
    "select id, first_name, unique_code from leads where phone ~ '^(0|62|[+]62)8' order by id limit 1",
  )
  if (lead === undefined) throw new Error('no lead with a phone')
  await page.goto(`/leads/${lead.id}`)
  await leadPanel(page).getByRole('button', { name: 'WhatsApp' }).click()
  await page.getByRole('radio', { name: 'English' }).check()
  const text = encodeURIComponent(`Good day ${lead.first_name} 🌸, about ${lead.unique_code}`)
  await expect(page.locator(`a[href^="https://wa.me/"][href$="${text}"]`)).toBeVisible()
})

test('the same field changed elsewhere is shown as yours, theirs and before, and nothing is overwritten', async ({
  page,
  dashboard,
  context,
  noise,
}) => {
  noise.declareStatus(409)
  const [lead] = await dashboard.sql<{ id: string }>(
    "select id from leads where status = 'responded' order by id limit 1",
  )
  if (lead === undefined) throw new Error('no lead to edit')
  await page.goto(`/leads/${lead.id}/edit`)
  await page.getByLabel('Last name').fill('Mine')
  const other = await context.newPage()
  await other.goto(`/leads/${lead.id}/edit`)
  await other.getByLabel('Last name').fill('Theirs')
  await other.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(other).toHaveURL(`/leads/${lead.id}`)

  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page.getByText('Theirs', { exact: true }).first()).toBeVisible()
  const stored = async () => (await dashboard.sql('select last_name from leads where id = $1', [lead.id]))[0]
  expect(await stored()).toEqual({ last_name: 'Theirs' })
  await expect(page.getByLabel('Last name')).toHaveValue('Mine')
  await page.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page).toHaveURL(`/leads/${lead.id}`)
  expect(await stored()).toEqual({ last_name: 'Mine' })
})

test('limits are told at the field before anything is sent', async ({ page }) => {
  await page.goto('/leads/new')
  const sent: string[] = []
  page.on('request', (request) => {
    // That somebody is there is told now and then, and is nobody's lead.
    if (request.method() === 'POST' && !request.url().endsWith('/bff/presence')) sent.push(request.url())
  })
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page.getByLabel('First name')).toBeFocused()
  await expect(page.getByLabel('First name')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('First name').fill('Budi')
  await page.getByLabel('Email').fill('not an address')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Email').fill('')
  await page.getByLabel('Phone').fill('abc')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page.getByLabel('Phone')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Phone').fill('')
  await page.getByLabel('Notes').fill('x'.repeat(5001))
  await expect(page.getByText('5,001 / 5,000')).toBeVisible()
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page.getByLabel('Notes')).toHaveAttribute('aria-invalid', 'true')
  expect(sent).toEqual([])
})

test('what was typed outlives a reload, until it is saved', async ({ page }) => {
  await page.goto('/leads/new')
  await page.getByLabel('First name').fill('Draf')
  await page.getByLabel('Notes').fill('belum disimpan')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByLabel('Notes')).toHaveValue('belum disimpan')
  await page.getByRole('button', { name: /^Save Ctrl/ }).click()
  await expect(page).toHaveURL(/\/leads\/[0-9a-f-]{36}$/)
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
    'belum disimpan',
  )
})

test('what came back can be discarded, fields and all', async ({ page }) => {
  await page.goto('/leads/new')
  await page.getByLabel('First name').fill('Buang')
  await page.getByLabel('Status').selectOption('hot')
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByLabel('First name')).toHaveValue('Buang')
  await page.getByRole('button', { name: 'Discard it' }).click()
  await expect(page.getByLabel('First name')).toHaveValue('')
  await expect(page.getByLabel('Status')).toHaveValue('new')
  await page.reload()
  await expect(page.getByLabel('First name')).toHaveValue('')
  await expect(page.getByRole('button', { name: 'Discard it' })).toBeHidden()
})

test('a ticket arrives once and stands in the ledger', async ({ page, dashboard }) => {
  await page.goto('/support')
  await page.getByLabel('Subject').fill('Tracking pixel not firing')
  await page.getByLabel('Message').fill('Since yesterday.')
  await page.getByText('High', { exact: true }).click()
  await page.getByRole('button', { name: 'Send ticket' }).click()
  const rows = () =>
    dashboard.sql<Record<string, string>>('select ref, subject, message, priority from tickets where subject = $1', [
      'Tracking pixel not firing',
    ])
  await expect.poll(async () => (await rows()).length).toBe(1)
  const [ticket] = await rows()
  expect(ticket?.priority).toBe('high')
  expect(ticket?.message).toMatch(/^Since yesterday\./)
  await expect(page.getByText(ticket?.ref ?? 'no reference').first()).toBeVisible()
  await page.reload()
  await expect(page.getByText(ticket?.ref ?? 'no reference').first()).toBeVisible()
  await expect(page).toHaveURL('/support')
  await expect(page.getByLabel('Subject')).toHaveValue('')
})

test('a member is named once, and everywhere', async ({ page }) => {
  await page.goto('/workspace')
  await page
    .getByRole('button', { name: /Rename/ })
    .first()
    .click()
  await page.getByRole('textbox').first().fill('Sari Utami')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sari Utami', { exact: true }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Leads' }).first().click()
  await expect(page.getByRole('grid').getByText('Sari Utami').first()).toBeVisible()
})

test('three hundred hostile strings are shown as text and none runs', async ({ page, dashboard, request }) => {
  const hostile = hostileStrings()
  const headers = { 'x-konektor-dashboard': '1' }
  for (let at = 0; at < hostile.length; at += 3) {
    const [firstName = '', lastName = '', notes = ''] = hostile.slice(at, at + 3)
    const answer = await request.post(`${dashboard.origin}/bff/leads`, {
      headers,
      data: { writeId: randomUUID(), lead: { firstName, lastName, notes } },
    })
    expect(answer.status()).toBe(201)
  }
  await page.exposeFunction('ran', () => {
    throw new Error('a stored string was run')
  })
  await page.goto('/leads?sort=created')
  await expect(
    page
      .getByRole('grid')
      .getByText(hostile.at(-3) ?? '', { exact: false })
      .first(),
  ).toBeVisible()
  await page.getByRole('grid').getByRole('link').first().click()
  await expect(leadPanel(page)).toContainText(hostile.at(-1) ?? '')
  await page.getByRole('link', { name: /Edit all fields/ }).click()
  // By its role: the panel, which stays until the form is there, has notes of its own.
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue(hostile.at(-1) ?? '')
})

/** 300 strings that would call `ran()` if anything took them for markup or code. */
function hostileStrings(): string[] {
  const shapes = [
    (n: number) => `<img src=x onerror=ran(${n})>`,
    (n: number) => `<script>ran(${n})</script>`,
    (n: number) => `"><svg onload=ran(${n})>`,
    (n: number) => `javascript:ran(${n})`,
    (n: number) => `{{constructor.constructor('ran(${n})')()}}`,
    (n: number) => `'-ran(${n})-'`,
    (n: number) => `<iframe srcdoc="<script>parent.ran(${n})</script>">`,
    (n: number) => `<style>@import'javascript:ran(${n})'</style>`,
    (n: number) => `<a href="javas\tcript:ran(${n})">x</a>`,
    (n: number) => `\u202e<math><mi xlink:href="data:x,ran(${n})">`,
  ]
  return Array.from({ length: 300 }, (_, n) => (shapes[n % shapes.length] as (n: number) => string)(n))
}
