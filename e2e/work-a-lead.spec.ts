import type { Page } from '@playwright/test'
import { goAway } from './fixtures/away.ts'
import { leadPanel } from './fixtures/pages.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '400', '--language', 'en'] } })

const leadsAtOnce = 10
/** A status leaves after its grace of 5 s; then the proxy reads and writes. */
const afterGrace = { timeout: 12_000 }

function idOf(page: Page): string {
  const id = /\/leads\/([0-9a-f-]{36})/.exec(page.url())?.[1]
  if (id === undefined) throw new Error(`No lead is open at ${page.url()}`)
  return id
}

test.describe('at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a rep works ten leads: WhatsApp and back, a status, a note, the next', async ({
    page,
    context,
    dashboard,
    noise,
  }) => {
    test.setTimeout(90_000)
    noise.declareOrigin('https://wa.me')
    await context.route('https://wa.me/**', (route) => route.fulfill({ contentType: 'text/plain', body: 'chat' }))
    await page.clock.install()
    await page.goto('/leads?status=new')
    await page.getByRole('main').locator('li a[href^="/leads/0"]').first().tap()
    const panel = leadPanel(page)
    const worked: string[] = []
    for (let n = 0; n < leadsAtOnce; n += 1) {
      await expect(panel.getByText(new RegExp(`^${n + 1} of `))).toBeVisible()
      worked.push(idOf(page))
      if (n === 0) {
        await panel.getByRole('button', { name: 'WhatsApp' }).tap()
        const chat = context.waitForEvent('page')
        await page.getByRole('dialog').getByRole('link').first().tap()
        expect((await chat).url()).toMatch(/^https:\/\/wa\.me\/62\d+\?text=/)
        await (await chat).close()
        await goAway(page, 40)
        await expect(panel.getByText('How did it go?')).toBeVisible()
        await panel.getByRole('button', { name: /^No reply/ }).tap()
        await expect(panel.getByText('How did it go?')).toBeHidden()
      } else {
        await panel.getByRole('button', { name: 'Next: Contacted' }).tap()
      }
      await expect(panel.getByRole('button', { name: 'Next: Responded' })).toBeVisible()
      await panel.getByLabel('Add a note').fill(`Round ${n} 🌸 مرحبا`)
      await panel.getByRole('button', { name: /^Add/ }).tap()
      await expect(panel.getByText(`Round ${n} 🌸 مرحبا`)).toBeVisible()
      await panel.getByRole('button', { name: 'Next lead' }).tap()
    }
    await expect(panel.getByText(/· 10 done/)).toBeVisible()
    const saved = () =>
      dashboard.sql<{ status: string; notes: string }>('select status, notes from leads where id = any($1::uuid[])', [
        worked,
      ])
    await expect
      .poll(async () => (await saved()).filter(({ status }) => status === 'contacted').length, afterGrace)
      .toBe(leadsAtOnce)
    // The note of each joined its status.
    expect((await saved()).every(({ notes }) => /^\d\d\/\d\d\/\d{4} \d\d\.\d\d/.test(notes))).toBe(true)
    await panel.getByRole('button', { name: 'Close' }).tap()
    await expect(page).toHaveURL('/leads?status=new')
    await expect(page.getByTitle('Done in this round').first()).toBeVisible()
  })
})

test('by keyboard only, ten leads: open, set the status, note, next', async ({ page, dashboard }) => {
  test.setTimeout(90_000)
  await page.goto('/leads?status=contacted')
  await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const panel = leadPanel(page)
  const worked: string[] = []
  for (let n = 0; n < leadsAtOnce; n += 1) {
    await expect(panel.getByText(new RegExp(`^${n + 1} of `))).toBeVisible()
    worked.push(idOf(page))
    await page.keyboard.press('3')
    await expect(panel.getByRole('button', { name: 'Next: Qualified' })).toBeVisible()
    await page.keyboard.press('n')
    await page.keyboard.type(`Keyboard ${n}`)
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('j')
  }
  await expect
    .poll(
      async () =>
        (
          await dashboard.sql(
            "select 1 from leads where id = any($1::uuid[]) and status = 'responded' and notes like '%: Keyboard %'",
            [worked],
          )
        ).length,
      afterGrace,
    )
    .toBe(leadsAtOnce)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/leads?status=contacted')
})

test('a status can be undone within its grace, by its button and by its key', async ({ page, dashboard }) => {
  await page.goto('/leads?status=qualified')
  await page.getByRole('grid').getByRole('link').first().click()
  const panel = leadPanel(page)
  await panel.getByRole('button', { name: 'Next: Hot' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(panel.getByRole('button', { name: 'Next: Hot' })).toBeVisible()
  await page.keyboard.press('6')
  await expect(panel.getByRole('button', { name: 'Next: Negotiation' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(panel.getByRole('button', { name: 'Next: Hot' })).toBeVisible()
  await page.waitForTimeout(6000)
  expect(await dashboard.sql('select status from leads where id = $1', [idOf(page)])).toEqual([{ status: 'qualified' }])
})

test('after it was sent, Change back says what stays sent', async ({ page, dashboard }) => {
  const [lead] = await dashboard.sql<{ id: string }>(
    "select id from leads where status = 'responded' and ad_platform = 'meta' order by id limit 1",
  )
  await page.goto(`/leads/${lead?.id}`)
  await leadPanel(page).getByRole('button', { name: 'Next: Qualified' }).click()
  const back = page.getByRole('button', { name: 'Change back' })
  await expect(back).toBeVisible(afterGrace)
  await back.click()
  await expect(page.getByText(/does not withdraw an event already sent/)).toBeVisible()
  await back.click()
  await expect(leadPanel(page).getByRole('button', { name: 'Next: Qualified' })).toBeVisible()
  await expect
    .poll(() => dashboard.sql('select status from leads where id = $1', [lead?.id]), afterGrace)
    .toEqual([{ status: 'responded' }])
})

test('Won asks for the value, Lost for the reason; both travel with the status', async ({ page, dashboard }) => {
  const [won, lost] = await dashboard.sql<{ id: string }>(
    "select id from leads where status = 'proposal' order by id limit 2",
  )
  await page.goto(`/leads/${won?.id}`)
  await expect(leadPanel(page).getByRole('button', { name: /^Next:/ })).toBeVisible()
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Actual value').fill('Rp 12.500.000')
  await dialog.getByRole('button', { name: 'Mark as won' }).click()
  await page.goto(`/leads/${lost?.id}`)
  await expect(leadPanel(page).getByRole('button', { name: /^Next:/ })).toBeVisible()
  await page.keyboard.press('l')
  await dialog.getByText('Competitor').click()
  await dialog.getByRole('button', { name: 'Mark as lost' }).click()
  await expect
    .poll(
      () =>
        dashboard.sql(
          `select status, actual_value::float as value, notes like '%Lost: competitor%' as told from leads
           where id = any($1::uuid[]) order by status`,
          [[won?.id, lost?.id]],
        ),
      { timeout: 16_000 },
    )
    .toMatchObject([
      { status: 'lost', told: true },
      { status: 'won', value: 12_500_000 },
    ])
})

test('a row of the table is changed where it stands', async ({ page, dashboard }) => {
  await page.goto('/leads?status=hot')
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .first()
  const id = (await row.getAttribute('data-row-id')) ?? ''
  await row.getByTitle('Set the priority (P)').click()
  await page.getByRole('menuitemradio', { name: 'Urgent' }).click()
  await expect(row.getByText('Urgent')).toBeVisible()
  await expect(page).toHaveURL('/leads?status=hot')
  await expect
    .poll(() => dashboard.sql('select priority from leads where id = $1', [id]))
    .toEqual([{ priority: 'urgent' }])
  await page.keyboard.press('p')
  await page.getByRole('menuitemradio', { name: 'Low' }).click()
  await expect
    .poll(() => dashboard.sql('select priority from leads where id = $1', [id]))
    .toEqual([{ priority: 'low' }])
})
