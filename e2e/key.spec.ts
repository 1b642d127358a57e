import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canaryKey } from './fixtures/live-dashboard.ts'
import { expect, test } from './fixtures/live-test.ts'
import { pagesOf } from './fixtures/pages.ts'

/** Every form in which a key could slip out. */
const forms = [
  canaryKey,
  canaryKey.slice(0, 8 + 'knk_live'.length),
  Buffer.from(canaryKey).toString('base64').replace(/=+$/, ''),
  Buffer.from(canaryKey).toString('hex'),
  encodeURIComponent(canaryKey),
]

test('the key is in no answer, no storage, no log and no built file', async ({ page, context, live, noise }) => {
  noise.declareStatus(400, 403, 404, 405)
  const seen: string[] = []
  const arriving: Promise<void>[] = []
  page.on('response', (response) => {
    // It has no end to wait for; what it says is read below.
    if (response.url().endsWith('/bff/events')) return
    const read = async () => {
      const text = await response.text().catch(() => '')
      seen.push(response.url(), JSON.stringify(await response.allHeaders()), text)
    }
    arriving.push(read())
  })
  for (const { path, heading } of pagesOf('lead_abc123')) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  }
  // What an upstream echoes must not come through either.
  live.upstream.fail({
    fault: { kind: 'error', status: 400, code: 'VALIDATION_ERROR', details: { authorization: `Bearer ${canaryKey}` } },
    target: '/api/v2/agent/leads',
  })
  noise.declareStatus(502)
  await live.dashboard.forget()
  await page.goto('/leads')
  await expect(page.getByRole('alert').first()).toBeVisible()
  seen.push(JSON.stringify(await context.storageState()))
  seen.push(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })))
  seen.push(await page.content(), live.dashboard.output(), await page.evaluate(firstNews))
  seen.push(...filesBelow('dist'))

  await Promise.all(arriving)
  const text = seen.join('\n')
  expect(forms.filter((form) => text.includes(form))).toEqual([])
  expect(live.upstream.requests.length).toBeGreaterThan(5)
  expect(live.upstream.requests.every(({ headers }) => headers.authorization === `Bearer ${canaryKey}`)).toBe(true)
})

test('the workspace page shows the last four characters and the one host, and nothing more', async ({ page, live }) => {
  await page.goto('/workspace')
  await expect(page.getByText(canaryKey.slice(-4))).toBeVisible()
  await expect(page.getByText(live.upstream.baseUrl.host)).toBeVisible()
})

/** The headers and the first events of the live stream, as the page can read them. */
async function firstNews(): Promise<string> {
  const response = await fetch('/bff/events', { headers: { 'x-konektor-dashboard': '1' } })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = JSON.stringify([...response.headers])
  while (reader !== undefined && !text.includes('"way"')) {
    const { done, value } = await reader.read()
    if (done) break
    text += value
  }
  await reader?.cancel()
  return text
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
}
