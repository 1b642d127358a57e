import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

const passphrases = { manager: 'manager passphrase 1', rep: 'sales passphrase 22', executive: 'figures passphrase 3' }

test.use({
  locale: 'en-US',
  dashboardOptions: {
    sandbox: ['--leads', '200', '--language', 'en'],
    environment: {
      ACCESS_MANAGER: passphrases.manager,
      ACCESS_REP: passphrases.rep,
      ACCESS_EXECUTIVE: passphrases.executive,
    },
  },
})

const title = (page: Page) => page.getByRole('heading', { level: 1 })
const links = (page: Page) => page.getByRole('navigation').first().getByRole('link')

async function signIn(page: Page, passphrase: string, name = 'Sari'): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('a rep signs in with words for what went wrong, finds the leads, and keeps what was typed when the session ends', async ({
  page,
  context,
  noise,
}) => {
  noise.declareStatus(401)
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (/^\/(api|bff)\//.test(pathname)) asked.push(pathname)
  })
  await page.goto('/leads?status=new')
  await expect(page).toHaveURL(/\/sign-in$/)
  await expect(title(page)).toHaveText('Sign in')
  // Nothing of the workspace is asked for before somebody is in.
  expect(new Set(asked)).toEqual(new Set(['/bff/session']))
  await expect(page.getByText('You were signed out.')).toHaveCount(0)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })

  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Please write the passphrase.')).toBeVisible()
  await signIn(page, 'not the passphrase')
  await expect(page.getByRole('alert')).toHaveText('No role has this passphrase.')
  await signIn(page, passphrases.rep)
  // Back to where one was, with its filters.
  await expect(page).toHaveURL(/\/leads\?status=new$/)
  await expect(title(page)).toHaveText('Leads')
  await expect(links(page)).toHaveText(['Leads', 'Pipeline', 'Support'])

  await page.goto('/funnel')
  await expect(page.getByText('The page Funnel is not for your role (Sales).')).toBeVisible()
  await page.getByRole('link', { name: 'Go to Leads' }).click()
  await expect(title(page)).toHaveText('Leads')
  await page.goto('/')
  await expect(page).toHaveURL(/\/leads$/)

  await page.goto('/support')
  await page.getByLabel('Subject').fill('A subject to keep')
  await context.clearCookies()
  await page.getByLabel('Message').fill('A message to keep')
  await page.getByRole('button', { name: /^Send/ }).click()
  await expect(title(page)).toHaveText('Sign in')
  await expect(page.getByText('You were signed out.')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue('Sari')
  await signIn(page, passphrases.rep)
  await expect(page.getByLabel('Subject')).toHaveValue('A subject to keep')

  await page.getByRole('button', { name: 'Sari', exact: true }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(title(page)).toHaveText('Sign in')
  await expect(page.getByText('You were signed out.')).toHaveCount(0)
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  // On the way back nothing of it is shown.
  await page.goBack()
  await expect(title(page)).toHaveText('Sign in')
})

test('an executive reads figures, and nobody in them', async ({ page, dashboard }) => {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => bodies.push(response.text().catch(() => '')))
  const people = await dashboard.sql<{ text: string }>(
    'select unnest(array[phone, email, unique_code, id::text]) as text from leads where phone is not null limit 2000',
  )
  await page.goto('/conversions')
  await signIn(page, passphrases.executive, 'Ibu Direktur')
  await expect(title(page)).toHaveText('Conversion sync')
  await expect(links(page)).toHaveText(['Overview', 'Funnel', 'Campaigns', 'Conversion sync'])
  await expect(page.getByRole('row')).toHaveCount(7)
  await expect(page.getByRole('row', { name: /^Meta/ }).getByRole('cell').first()).toHaveText(/\d/)
  await expectAccessible(page)
  for (const [link, heading] of [
    ['Overview', 'Overview'],
    ['Funnel', 'Funnel'],
    ['Campaigns', 'Campaigns'],
  ] as const) {
    await links(page).filter({ hasText: link }).click()
    await expect(title(page)).toHaveText(heading)
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)
    // Figures lead to no leads.
    await expect(page.locator('main a[href^="/leads"], main a[href^="/pipeline"]')).toHaveCount(0)
  }
  await page.goto('/leads')
  await expect(page.getByText('The page Leads is not for your role (Executive).')).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('navigation').last().getByRole('link')).toHaveText(['Overview', 'Funnel', 'Campaigns'])
  const all = (await Promise.all(bodies)).join('\n') + (await page.content())
  const canaries = people.flatMap(({ text }) => (text === null || text.length < 8 ? [] : text))
  expect(canaries.length).toBeGreaterThan(50)
  expect(canaries.filter((canary) => all.includes(canary))).toEqual([])
})
