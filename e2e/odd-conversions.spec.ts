import { expect, test } from './fixtures/live-test.ts'

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
