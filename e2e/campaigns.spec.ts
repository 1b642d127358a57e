import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import Papa from 'papaparse'
import { expect, test } from './fixtures/test.ts'

// The browser is far from the workspace: every bound must come from the workspace's zone.
test.use({
  locale: 'en-US',
  timezoneId: 'America/New_York',
  dashboardOptions: { sandbox: ['--leads', '1500', '--language', 'en', '--zone', 'Asia/Jakarta'] },
})

const today = "(now() at time zone 'Asia/Jakarta')::date"
const day = "(created_at at time zone 'Asia/Jakarta')::date"
const last30Days = `${day} between ${today} - 29 and ${today}`
/** The thirty days before, up to the same quarter hour of the day, written apart from the dashboard's own arithmetic. */
const before30Days = `created_at >= (${today} - 59)::timestamp at time zone 'Asia/Jakarta'
  and created_at < date_bin('15 minutes', now(), timestamptz '2020-01-01') - interval '30 days'`

const count = (value: number) => value.toLocaleString('en-GB')
const percent = (won: number, leads: number) => (won === 0 ? '0%' : `${((100 * won) / leads).toFixed(1)}%`)

const table = (page: Page) => page.getByRole('region', { name: 'Campaigns and their figures' }).getByRole('table')
const rowsOf = (page: Page) => table(page).locator('tbody tr')
/** As they are seen: a phone has more under a name. */
const firstNames = (page: Page) => rowsOf(page).getByRole('rowheader').allInnerTexts()

async function open(page: Page, search = ''): Promise<void> {
  await page.goto(`/campaigns${search}`)
  await expect(table(page)).toBeVisible()
  await expect(page.locator('.plot svg')).toBeVisible()
}

test('chart, grouping and order stand in the address, and Back undoes each', async ({ page }) => {
  await open(page)
  await expect(page.getByRole('columnheader', { name: /^Value$/ })).toHaveAttribute('aria-sort', 'descending')
  const byValue = await firstNames(page)
  await page.getByText('Leads and conversions', { exact: true }).click()
  await expect(page).toHaveURL('/campaigns?chart=volume')
  await page.getByText('By platform', { exact: true }).click()
  await expect(page).toHaveURL('/campaigns?chart=volume&by=platform')
  await page.getByRole('button', { name: 'Leads and visits', exact: true }).click()
  await expect(page).toHaveURL('/campaigns?chart=volume&by=platform&sort=leads')
  await page.getByRole('button', { name: 'Leads and visits', exact: true }).press('Enter')
  await expect(page).toHaveURL('/campaigns?chart=volume&by=platform&sort=leads&order=asc')
  await expect(page.getByRole('button', { name: 'Leads and visits', exact: true })).toBeFocused()
  await expect(page.getByRole('columnheader', { name: 'Leads and visits' })).toHaveAttribute('aria-sort', 'ascending')
  const leads = (await rowsOf(page).locator('td:nth-of-type(1)').allTextContents()).map((text) =>
    Number(text.replaceAll(',', '')),
  )
  expect(leads).toEqual([...leads].sort((a, b) => a - b))
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Leads and conversions' })).toBeChecked()
  for (const step of ['?chart=volume&by=platform&sort=leads', '?chart=volume&by=platform', '?chart=volume', '']) {
    await page.goBack()
    await expect(page).toHaveURL(`/campaigns${step}`)
  }
  expect(await firstNames(page)).toEqual(byValue)
})

test('what makes no sense in the address is named, and the rest applied', async ({ page }) => {
  await open(page, '?chart=pie&by=platform&sort=roas')
  await expect(page.getByRole('status').filter({ hasText: 'chart=pie, sort=roas' })).toBeVisible()
  await expect(page.getByRole('radio', { name: 'By platform' })).toBeChecked()
})

test('the sums by platform equal SQL', async ({ page, dashboard }) => {
  const platforms = await dashboard.sql<{ platform: string; leads: number; won: number; value: number }>(
    `select ad_platform as platform, count(*)::int as leads, (count(*) filter (where status = 'won'))::int as won,
       coalesce(sum(actual_value) filter (where status = 'won'), 0)::float as value
     from leads where campaign is not null and deleted_at is null and ${last30Days} group by ad_platform`,
  )
  const words: Readonly<Record<string, string>> = {
    meta: 'Meta',
    google: 'Google',
    tiktok: 'TikTok',
    linkedin: 'LinkedIn',
  }
  await open(page, '?by=platform')
  expect(platforms.length).toBeGreaterThan(2)
  await expect(rowsOf(page)).toHaveCount(platforms.length)
  for (const { platform, leads, won, value } of platforms) {
    const cells = rowsOf(page)
      .filter({ has: page.getByRole('rowheader', { name: words[platform] ?? '?' }) })
      .locator('td')
    await expect(cells.nth(0)).toHaveText(count(leads))
    await expect(cells.nth(1)).toHaveText(count(won))
    await expect(cells.nth(2)).toContainText(percent(won, leads))
    await expect(cells.nth(3)).toContainText(count(value))
  }
})

test('a platform leads to its leads of the period', async ({ page }) => {
  await open(page, '?by=platform&period=last_7_days')
  await rowsOf(page).getByRole('link', { name: 'Meta' }).click()
  await expect(page).toHaveURL('/leads?platform=meta&period=last_7_days')
})

for (const [chart, label] of [
  ['rate', 'Conversion rate with its 95% range, by campaign'],
  ['volume', 'Leads, and the won ones among them'],
  ['value', 'Value of won leads against the conversion rate'],
] as const) {
  test(`the marks of the chart "${chart}" are walked by arrows, each with its tip`, async ({ page }) => {
    await open(page, `?chart=${chart}`)
    const marks = page.getByRole('list', { name: label }).locator('[data-mark]')
    const names = await firstNames(page)
    await expect(marks).toHaveCount(names.length)
    await marks.first().focus()
    await expect(page.locator('[data-tip]')).toContainText(names[0] ?? '?')
    await page.keyboard.press('ArrowDown')
    await expect(marks.nth(1)).toBeFocused()
    await expect(page.locator('[data-tip]')).toHaveCount(1)
    await expect(page.locator('[data-tip]')).toContainText(/\d of \d+ won/)
    await expect(page.locator('[data-tip]')).toContainText('with and without a campaign')
    await page.keyboard.press('Escape')
    await expect(page.locator('[data-tip]')).toHaveCount(0)
    await page.keyboard.press('End')
    await expect(marks.last()).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/leads\?platform=\w+&period=last_30_days/)
  })
}

test('comparing asks once more, draws hollow marks, and says the earlier figures of SQL', async ({
  page,
  dashboard,
}) => {
  const earlier = await dashboard.sql<{ campaign: string; leads: number; won: number }>(
    `select campaign, count(*)::int as leads, (count(*) filter (where status = 'won'))::int as won
     from leads where campaign is not null and deleted_at is null and ${before30Days} group by campaign, ad_platform`,
  )
  const asked: string[] = []
  page.on('request', (request) => {
    if (/agent\/analytics\//.test(request.url())) asked.push(request.url())
  })
  await open(page)
  await expect(page.locator('.plot path[stroke="var(--ink-3)"]')).toHaveCount(0)
  const alone = asked.length
  await page.getByRole('button', { name: /^Compare/ }).click()
  await expect(page).toHaveURL('/campaigns?compare=on')
  await expect(page.locator('.plot path[stroke="var(--ink-3)"]').first()).toBeAttached()
  expect(asked.length).toBe(alone + 1)
  expect(earlier.length).toBeGreaterThan(2)
  for (const { campaign, leads, won } of earlier) {
    const row = rowsOf(page).filter({ has: page.getByRole('rowheader', { name: campaign }) })
    await expect(row).toContainText(`previous ${percent(won, leads)} · ${count(won)} of ${count(leads)}`)
  }
  const sum = (of: (row: { leads: number; won: number }) => number) => earlier.reduce((all, row) => all + of(row), 0)
  await expect(table(page).locator('tfoot')).toContainText(
    `${count(sum((row) => row.won))} of ${count(sum((row) => row.leads))}`,
  )
})

test('the CSV has the rows of the table in its order, under a head that says what they are', async ({ page }) => {
  await open(page, '?sort=leads&order=asc')
  const download = await saved(page, page.getByRole('button', { name: 'Save this table as CSV' }))
  expect(download.suggestedFilename()).toMatch(/^konektor-campaigns-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d-sandbox\.csv$/)
  const lines = Papa.parse<string[]>((await bytesOf(download)).toString('utf8').replace('\uFEFF', '')).data
  expect(lines).toContainEqual(['data', 'sandbox: invented leads'])
  expect(lines).toContainEqual(['sort', 'leads asc'])
  const start = lines.findIndex(([first]) => first === 'campaignName')
  const body = lines.slice(start + 1).filter((line) => line.length > 1)
  const shown = await rowsOf(page).evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)),
  )
  expect(body.map(([name]) => name)).toEqual(await firstNames(page))
  expect(body.map((line) => [count(Number(line[2])), count(Number(line[3]))])).toEqual(
    shown.map((cells) => [cells[1], cells[2]]),
  )
})

for (const theme of ['light', 'dark'] as const) {
  test(`each chart is saved as a picture that shows it, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    for (const chart of ['rate', 'volume', 'value']) {
      await open(page, `?chart=${chart}&compare=on`)
      const download = await saved(page, page.getByRole('button', { name: 'Save this chart as PNG' }))
      expect(download.suggestedFilename()).toMatch(new RegExp(`^konektor-campaigns-${chart}-.*-sandbox\\.png$`))
      const card = await page.locator('.plot').locator('xpath=ancestor::section').boundingBox()
      const picture = await pictureOf(page, await bytesOf(download))
      expect(picture.width).toBeGreaterThanOrEqual(2 * (card?.width ?? Number.NaN))
      expect(picture.height).toBeGreaterThanOrEqual(2 * (card?.height ?? Number.NaN))
      // Words and lines are smoothed: many shades. The marks are blue, and a good part of the picture is ground.
      expect(picture.colours).toBeGreaterThan(50)
      expect(picture.blue).toBeGreaterThan(500)
      expect(picture.ground < 90 === (theme === 'dark')).toBe(true)
    }
  })
}

async function saved(page: Page, button: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return download
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

/** What a picture shows, as the browser itself decodes it. */
function pictureOf(page: Page, bytes: Buffer) {
  return page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const { naturalWidth: width, naturalHeight: height } = image
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width, height })
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const points = context.getImageData(0, 0, width, height).data
    const colours = new Set<number>()
    let blue = 0
    for (let at = 0; at < points.length; at += 4) {
      const [r = 0, g = 0, b = 0] = points.slice(at, at + 3)
      colours.add((r << 16) | (g << 8) | b)
      if (b > r + 80 && b > g + 60) blue += 1
    }
    return { width, height, colours: colours.size, blue, ground: points[0] ?? 0 }
  }, bytes.toString('base64'))
}

test('ten thousand campaigns are drawn a step at a time, and sorted while one looks', async ({ page }) => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    campaignName: `Campaign ${at}`,
    adPlatform: ['meta', 'google', 'tiktok', null][at % 4],
    leads: (at * 7919) % 500,
    conversions: ((at * 7919) % 500) % 37,
    conversionValue: (at * 104_729) % 90_000_000,
  }))
  await page.route('**/analytics/campaigns*', (route) => route.fulfill({ json: { success: true, data: many } }))
  await open(page)
  await expect(page.getByText('The chart has the first 20 of 10,000 rows')).toBeVisible()
  await expect(page.getByText('100 of 10,000')).toBeVisible()
  await page.getByRole('button', { name: 'Show 100 more' }).click()
  await expect(page.getByText('200 of 10,000')).toBeVisible()
  const head = page.getByRole('columnheader', { name: 'Campaign' })
  const took = await head.getByRole('button').evaluate(async (button: HTMLElement) => {
    const start = performance.now()
    button.click()
    while (button.parentElement?.ariaSort !== 'ascending') await new Promise(requestAnimationFrame)
    return performance.now() - start
  })
  expect(took).toBeLessThan(1500)
  await expect(rowsOf(page).first().getByRole('rowheader')).toContainText('Campaign 0')
})

test('the campaigns stand where the overview cannot be read, and say what is missing', async ({ page, noise }) => {
  noise.declareStatus(403)
  await page.route('**/analytics/summary*', (route) =>
    route.fulfill({ status: 403, json: { success: false, error: { code: 'FORBIDDEN', message: 'No.' } } }),
  )
  await open(page)
  await expect(rowsOf(page).first()).toBeVisible()
  await expect(page.getByText('How much has no campaign is not known')).toBeVisible()
})
