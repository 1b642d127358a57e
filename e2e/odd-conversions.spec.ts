import { expect, test } from './fixtures/live-test.ts'
import { withoutNews } from './fixtures/without-news.ts'

test.use({ locale: 'en-US' })

const agent = '/api/v2/agent/'
const answer = (data: unknown) => ({ kind: 'odd' as const, text: JSON.stringify({ success: true, data }) })

test('values that nobody listed are shown as given, and what is missing is unknown', async ({ page, live }) => {
  const rows = [
    {
      leadId: 'odd_1',
      uniqueCode: 'ODD-1',
      status: 'archived',
      adPlatform: 'snap',
      conversionSyncStatus: 'retrying',
      lastConversionSyncAt: 'soon',
    },
    { leadId: 'odd_2' },
    { leadId: 'odd_3', uniqueCode: 'ODD-3', status: 'won', adPlatform: 'meta', conversionSyncStatus: 'failed' },
  ]
  live.upstream.fail({ target: `${agent}conversions/pending`, fault: answer(rows) })
  await page.goto('/conversions')
  const odd = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'ODD-1' }) })
  for (const text of ['Other: archived', 'Other: snap', 'Other: retrying', 'no limit known', 'not loaded'])
    await expect(odd).toContainText(text)
  await expect(page.getByRole('link', { name: 'odd_2' })).toBeVisible()
  const platforms = page.getByRole('list', { name: 'Platforms' })
  await platforms.getByRole('button', { name: /Other: snap/ }).click()
  await expect(page).toHaveURL('/conversions?platform=snap')
  await expect(page.getByText('Konektor cannot count this platform.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'ODD-3' })).toBeHidden()
  await page.goBack()
  await expect(page.getByRole('link', { name: 'ODD-3' })).toBeVisible()
  // A refusal of values takes nothing from the list, and is no alarm.
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a subscription of a state nobody listed is shown as given', async ({ page, live }) => {
  const subscription = { plan: 'galaxy', status: 'paused_by_bank', interval: 'fortnightly' }
  live.upstream.fail({
    target: `${agent}workspace`,
    fault: answer({ displayName: 'Odd', timezone: 'Asia/Jakarta', subscription }),
  })
  await page.goto('/workspace')
  await expect(page.getByText('paused_by_bank · fortnightly')).toBeVisible()
  await expect(page.getByText('The quota is not known')).toBeVisible()
})

test('the page costs three calls cold, then ten at most for values and one for each platform that is opened', async ({
  page,
  live,
}) => {
  const statuses = [
    'new',
    'contacted',
    'responded',
    'qualified',
    'hot',
    'proposal',
    'negotiation',
    'invoice',
    'won',
    'lost',
    'pageview',
  ]
  const rows = Array.from({ length: 400 }, (_, n) => ({
    leadId: `cost_${n}`,
    uniqueCode: `COST-${n}`,
    status: statuses[n % statuses.length],
    adPlatform: ['meta', 'google', 'tiktok', 'linkedin'][n % 4],
    conversionSyncStatus: 'pending',
  }))
  live.upstream.fail({ target: `${agent}conversions/pending`, fault: answer(rows) })
  // The looks of the stream are the whole dashboard's, one for all pages: here the page alone is counted.
  await withoutNews(page)
  await page.goto('/conversions')
  await expect(page.getByRole('link', { name: /^COST-/ }).first()).toBeVisible()
  const calls = (part: string) => live.upstream.requests.filter(({ target }) => target.startsWith(agent + part)).length
  expect([calls('workspace'), calls('conversions/status'), calls('conversions/pending')]).toEqual([1, 1, 1])
  await expect.poll(() => calls('leads'), { timeout: 15_000 }).toBe(10)
  await page.waitForTimeout(1500)
  expect(live.upstream.requests).toHaveLength(13)
  for (const name of ['Meta', 'Google', 'TikTok', 'LinkedIn', 'PostHog']) {
    await page.getByRole('list', { name: 'Platforms' }).getByRole('button', { name }).click()
    await expect(page).toHaveURL(`/conversions?platform=${name.toLowerCase()}`)
  }
  await expect.poll(() => calls('conversions/status')).toBe(6)
  expect(live.upstream.requests).toHaveLength(18)
})

test('the count beside the link is a lower bound, and costs one call on the way through the pages', async ({
  page,
  live,
}) => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
  const failed = { status: 'won', adPlatform: 'meta', conversionSyncStatus: 'failed' }
  live.upstream.fail({
    target: `${agent}conversions/pending`,
    fault: answer([
      { ...failed, leadId: 'soon_1', lastConversionSyncAt: daysAgo(6) },
      { ...failed, leadId: 'soon_2', lastConversionSyncAt: daysAgo(5) },
      { ...failed, leadId: 'late_1', lastConversionSyncAt: daysAgo(9) },
      { ...failed, leadId: 'fresh_1', lastConversionSyncAt: daysAgo(0) },
    ]),
  })
  await page.goto('/funnel')
  const link = page.getByRole('navigation').first().getByRole('link', { name: 'Conversion sync', exact: true })
  await expect(link).toHaveAccessibleDescription('at least 2 may soon be too late', { timeout: 10_000 })
  await page.getByRole('link', { name: 'Campaigns' }).first().click()
  await expect(page).toHaveURL('/campaigns')
  await page.getByRole('link', { name: 'Workspace' }).last().click()
  await expect(page).toHaveURL('/workspace')
  await page.waitForTimeout(3_500)
  expect(live.upstream.requests.filter(({ target }) => target.startsWith(`${agent}conversions/pending`))).toHaveLength(
    1,
  )
  await link.click()
  await expect(page.getByText('At least 2 may soon be too late. At least 1 may already be too late.')).toBeVisible()
  // What can just be saved stands first, what may be lost right after it.
  const order = await page.locator('tr[data-row-id]').evaluateAll((rows) => rows.map((row) => row.dataset.rowId))
  expect(order).toEqual(['soon_1', 'soon_2', 'late_1', 'fresh_1'])
})
