import { expect, test } from './fixtures/test.ts'

test('the start page opens without noise, and the sandbox answers SQL', async ({ page, dashboard }) => {
  await page.goto('/')
  await expect(page.locator('#root > *').first()).toBeVisible()
  const [row] = await dashboard.sql<{ count: string | number }>('select count(*) as count from leads')
  expect(Number(row?.count)).toBe(600)
})

test('noise is heard: the console, a request elsewhere, what the policies forbid', async ({ page, noise }) => {
  await page.goto('/')
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noConsole: the noise to hear.
    console.warn('a warning')
    const picture = document.createElement('img')
    picture.src = 'http://localhost:1/elsewhere.png'
    document.body.append(picture)
    setTimeout(() => {
      document.body.innerHTML = '<b>markup from text</b>'
    })
  })
  const expected = ['a warning', 'policy violation: img-src', 'policy violation: require-trusted-types-for']
  const heard: string[] = []
  await expect
    .poll(() => {
      heard.push(...noise.take())
      return expected.filter((text) => !heard.some((line) => line.includes(text)))
    })
    .toEqual([])
})
