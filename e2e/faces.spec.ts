import type { Page } from '@playwright/test'
import type { Fault } from '#bff/recording/recording-fault.ts'
import { expect, test } from './fixtures/live-test.ts'
import { pagesOf } from './fixtures/pages.ts'

test.use({ locale: 'en-US' })

const agent = '/api/v2/agent/'
const pages = pagesOf('lead_abc123')
/** Pages that show nothing without the upstream; the others say what is missing beside what works. */
const needsUpstream = [
  '/',
  '/leads',
  '/leads/lead_abc123',
  '/leads/lead_abc123/edit',
  '/funnel',
  '/campaigns',
  '/conversions',
]

const faults: readonly { name: string; fault: Fault; says: RegExp }[] = [
  { name: 'garbage', fault: { kind: 'garbage' }, says: /does not understand/ },
  { name: 'half an answer', fault: { kind: 'truncated' }, says: /does not understand|cannot be reached/ },
  { name: 'nothing', fault: { kind: 'reset', committed: false }, says: /cannot be reached/ },
  { name: '403', fault: { kind: 'error', status: 403, code: 'FORBIDDEN' }, says: /key may lack agent\.\w+\.read/ },
  { name: '429', fault: { kind: 'rate limited', retryAfter: '30' }, says: /limit is reached\. Continuing in \d+ s/ },
  { name: '500', fault: { kind: 'error', status: 500, code: 'INTERNAL_ERROR' }, says: /error of its own/ },
  {
    name: 'a page of another program',
    fault: { kind: 'content type', value: 'text/html' },
    says: /does not understand/,
  },
]

for (const { name, fault, says } of faults) {
  test(`an upstream that answers ${name} has a face on every page`, async ({ page, live, noise }) => {
    noise.declareStatus(403, 404, 429, 500, 502, 503, 504)
    live.upstream.fail({ fault, target: agent })
    for (const { path, heading } of pages) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
      await nothingSpins(page)
      if (needsUpstream.includes(path))
        await expect(page.getByRole('alert').filter({ hasText: says }).first()).toBeVisible()
    }
  })
}

test('a refused key is told, and nothing more is asked', async ({ page, live, noise }) => {
  noise.declareStatus(401)
  live.upstream.fail({ fault: { kind: 'error', status: 401, code: 'UNAUTHORIZED' }, target: agent })
  await page.goto('/')
  await expect(page.getByText('The API key is no longer valid').first()).toBeVisible()
  await nothingSpins(page)
  const asked = live.upstream.requests.length
  await page.getByRole('link', { name: 'Campaigns' }).first().click()
  await expect(page).toHaveURL(/\/campaigns$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
  await nothingSpins(page)
  expect(live.upstream.requests.length).toBe(asked)
})

test('a limit that is reached counts down, and the page comes by itself', async ({ page, live, noise }) => {
  noise.declareStatus(429)
  live.upstream.fail({ fault: { kind: 'rate limited', retryAfter: '2' }, target: `${agent}leads`, times: 1 })
  await page.goto('/leads')
  await expect(page.getByText(/Continuing in [12] s/)).toBeVisible()
  await expect(page.getByText('Budi Santoso').first()).toBeVisible({ timeout: 6_000 })
})

test('an upstream that is late is said to be late', async ({ page, live, noise }) => {
  noise.declareStatus(504)
  live.upstream.fail({ fault: { kind: 'silence', committed: false }, target: `${agent}leads` })
  await page.goto('/leads')
  await expect(page.getByText('did not answer in time')).toBeVisible({ timeout: 15_000 })
  await nothingSpins(page)
})

test('offline is said, what is loaded stays, and it goes on by itself', async ({ page, context, noise }) => {
  await page.goto('/leads')
  await expect(page.getByText('Budi Santoso').first()).toBeVisible()
  await context.setOffline(true)
  await expect(page.getByText(/^Offline\./)).toBeVisible()
  await expect(page.getByText('Budi Santoso').first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText(/^Offline\./)).toBeHidden()
  noise.take()
})

/** No view may stay in its pending face: that would be a spinner for ever. */
async function nothingSpins(page: Page): Promise<void> {
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.locator('main')).not.toBeEmpty()
}
