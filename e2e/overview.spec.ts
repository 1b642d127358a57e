import { settled } from './fixtures/check-figures.ts'
import { insideQuarterHour } from './fixtures/figure-periods.ts'
import { watchRequests } from './fixtures/quiet.ts'
import { expect, test } from './fixtures/test.ts'

test.use({
  locale: 'en-US',
  timezoneId: 'America/New_York',
  dashboardOptions: { sandbox: ['--leads', '1500', '--language', 'en', '--zone', 'Asia/Jakarta'] },
})

const zone = 'Asia/Jakarta'
const count = (value: number) => value.toLocaleString('en-GB')

test('what needs a touch equals SQL, whatever the period, and leads to its leads', async ({ page, dashboard }) => {
  await insideQuarterHour(10_000)
  const [waiting] = await dashboard.sql<{ fresh: number; old: number; valueless: number }>(
    `select (count(*) filter (where status = 'new'))::int as fresh,
       (count(*) filter (where status = 'new' and created_at < date_bin('15 minutes', now(), timestamptz '2020-01-01') - interval '24 hours'))::int as old,
       (count(*) filter (where status = 'won' and coalesce(actual_value, 0) = 0))::int as valueless
     from leads where deleted_at is null`,
  )
  await page.goto('/?period=today')
  await settled(page)
  const touch = page.getByRole('region', { name: 'Needs a touch' })
  await expect(touch.getByRole('link', { name: 'new, not contacted' })).toHaveText(
    `${count(waiting?.fresh ?? -1)} new, not contacted`,
  )
  await expect(touch.getByRole('link', { name: 'waiting over 1 day' })).toHaveText(
    `${count(waiting?.old ?? -1)} waiting over 1 day`,
  )
  await expect(touch.getByRole('link', { name: 'won without a value' })).toHaveText(
    `${count(waiting?.valueless ?? -1)} won without a value`,
  )
  await touch.getByRole('link', { name: 'waiting over 1 day' }).click()
  await expect(page).toHaveURL('/leads?status=new&sort=created&order=asc')
})

test('the trend equals SQL week by week, by day on demand, and its columns are walked by arrows', async ({
  page,
  dashboard,
}) => {
  const weeks = await dashboard.sql<{ leads: number }>(
    `select (count(*) filter (where status <> 'pageview'))::int as leads from leads
     where deleted_at is null and (created_at at time zone '${zone}')::date > (now() at time zone '${zone}')::date - 30
     group by date_trunc('week', created_at at time zone '${zone}') order by date_trunc('week', created_at at time zone '${zone}')`,
  )
  await page.goto('/')
  await settled(page)
  const chart = page.getByRole('list', { name: 'Leads by week' })
  await expect(chart.getByRole('link')).toHaveCount(weeks.length)
  for (const [at, { leads }] of weeks.entries()) {
    await expect(chart.getByRole('link').nth(at)).toHaveAccessibleName(new RegExp(`\\. leads: ${count(leads)}(\\.|$)`))
  }
  await chart.getByRole('link').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(chart.getByRole('link').nth(1)).toBeFocused()
  await expect(chart.locator('[data-tip]')).toContainText(count(weeks[1]?.leads ?? -1))
  await page.getByText('Rate', { exact: true }).click()
  const rates = page.getByRole('list', { name: 'Rate by week' }).getByRole('link')
  await expect(rates).toHaveCount(weeks.length)
  await expect(rates.first()).toHaveAccessibleName(/% \(.*% to .*%\), \d+ won of \d+/)
  await page.getByText('As a table').click()
  await expect(page.getByRole('row').filter({ hasText: 'won of' })).toHaveCount(weeks.length)
  await page.getByRole('button', { name: 'Show by day' }).click()
  await expect(page.getByRole('list', { name: 'Rate by day' }).getByRole('link')).toHaveCount(30)
})

test('every figure explains itself: formula, endpoint, window in the zone, time, what is left out', async ({
  page,
}) => {
  await page.goto('/')
  await settled(page)
  for (const name of ['Needs a touch', 'Leads', 'Won', 'Conversion rate', 'Conversion value', 'How far they got']) {
    const button = page.getByRole('button', { name: `Explain this number: ${name}`, exact: true })
    await button.click()
    const facts = page.getByRole('dialog', { name: `Explain this number: ${name}` })
    await expect(facts).toContainText('GET /api/v2/agent/')
    await expect(facts).toContainText('Left out')
    await expect(facts).toContainText('Asia/Jakarta')
    await page.keyboard.press('Escape')
    await expect(facts).toHaveCount(0)
    await expect(button).toBeFocused()
  }
})

test('a period that is not over judges only the number of leads; the days it takes are set under Workspace', async ({
  page,
}) => {
  await page.goto('/')
  await settled(page)
  const figures = page.getByRole('region', { name: 'Figures' })
  await expect(figures.getByText('still maturing')).toHaveCount(3)
  await expect(figures.getByText(/[▲▼]|no change/)).toHaveCount(1)
  await page.goto('/workspace')
  await page.getByLabel('Days a lead is given').fill('0')
  await page.getByRole('button', { name: 'Save the days' }).click()
  await expect(page.getByText('Saved: leads are given 0 days')).toBeVisible()
  await page.goto('/')
  await settled(page)
  await expect(figures.getByText('still maturing')).toHaveCount(0)
  await expect(figures.getByText(/points|no change/).first()).toBeVisible()
  await page.goto('/workspace')
  await page.getByLabel('Days a lead is given').fill('181')
  await expect(page.getByText('A whole number from 0 to 180')).toBeVisible()
  await page.getByLabel('Days a lead is given').fill('14')
  await page.getByRole('button', { name: 'Save the days' }).click()
  await expect(page.getByText('Saved: leads are given 14 days')).toBeVisible()
})

test('a cold overview costs seven calls before what comes behind it, and nothing while it is fresh', async ({
  page,
  context,
}) => {
  const untilQuiet = watchRequests(context)
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname.replace('/api/v2/agent/', '') + search)
  })
  await page.goto('/')
  await settled(page)
  await expect(page.getByRole('list', { name: 'Leads by week' }).getByRole('link').first()).toHaveAccessibleName(/\d/)
  await untilQuiet()
  expect(
    asked
      .slice(0, 7)
      .map((question) => question.split('?')[0])
      .sort(),
  ).toEqual([
    'analytics/campaigns',
    'analytics/funnel',
    'analytics/summary',
    'conversions/status',
    'leads',
    'leads',
    'workspace',
  ])
  // The first lead, the two of the earlier period, the trend, and the list of what was not delivered.
  const late = asked.slice(7)
  expect(late.length).toBeLessThanOrEqual(1 + 2 + 6 + 1)
  const other = late.filter((question) => !question.startsWith('analytics/') && question !== 'conversions/pending')
  expect(other).toEqual(['leads?limit=1&sortBy=createdAt&sortOrder=asc'])
  const before = asked.length
  await page.getByRole('link', { name: 'Support' }).first().click()
  await expect(page).toHaveURL('/support')
  await page.getByRole('link', { name: 'Overview' }).first().click()
  await settled(page)
  await untilQuiet()
  // The count beside a link of the navigation may come by itself, wherever one looks.
  expect(asked.slice(before).filter((question) => question !== 'conversions/pending')).toEqual([])
})

test('it is printed on one page that says whose figures these are, in which zone, made when', async ({
  page,
  context,
}) => {
  const untilQuiet = watchRequests(context)
  for (const [locale, theme] of [
    ['en', 'light'],
    ['id', 'dark'],
  ]) {
    await page.addInitScript(
      ([language, look]) => {
        localStorage.setItem('konektor.locale', language ?? '')
        localStorage.setItem('konektor.theme', look ?? '')
      },
      [locale, theme] as const,
    )
    await page.goto('/')
    await settled(page)
    await untilQuiet()
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText(zone)).toBeVisible()
    await expect(page.getByText(locale === 'en' ? /^Made / : /^Dibuat /)).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await page.emulateMedia({ media: 'screen' })
  }
})

const faces = [
  { name: 'a funnel of nobody', path: '/funnel', funnel: [], shows: 'No leads were created in this period.' },
  {
    name: 'a funnel of unknown statuses, zeros and gaps',
    path: '/funnel?mode=now',
    funnel: [
      { status: 'frozen', count: 3, percentage: 30 },
      { status: 'won', count: 0, percentage: 0 },
      { status: 'new', count: 7, percentage: 70 },
      { status: 'hot' },
    ],
    shows: 'frozen',
  },
] as const

for (const { name, path, funnel, shows } of faces) {
  test(`${name} has a face`, async ({ page }) => {
    await page.route('**/analytics/funnel*', (route) => route.fulfill({ json: { success: true, data: funnel } }))
    await page.goto(path)
    await settled(page)
    await expect(page.getByRole('main').getByText(shows).first()).toBeVisible()
    for (const other of ['/', '/funnel?compare=on']) {
      await page.goto(other)
      await settled(page)
    }
  })
}

test('periods that lie ahead, go back ten years, or have no day each have a face', async ({ page }) => {
  await page.goto('/?from=2040-01-01&to=2040-02-01')
  await settled(page)
  await expect(page.getByText('This period lies ahead: no lead can have been created in it yet.')).toBeVisible()
  await expect(page.getByText('This period lies ahead: there is nothing to compare yet.')).toBeVisible()
  await page.goto('/?from=2016-01-01&to=2026-11-26')
  await settled(page)
  await expect(page.getByRole('list', { name: 'Leads by year' }).getByRole('link')).toHaveCount(11)
  await page.goto('/?from=2026-02-30&to=2026-03-01')
  await expect(page.getByRole('status').filter({ hasText: 'from=2026-02-30' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Last 30 days/ })).toBeVisible()
})
