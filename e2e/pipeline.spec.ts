import type { CDPSession, Locator, Page } from '@playwright/test'
import type { Dashboard } from './fixtures/dashboard-server.ts'
import { leadPanel } from './fixtures/pages.ts'
import { expect, test } from './fixtures/test.ts'

test.use({ locale: 'en-US', dashboardOptions: { sandbox: ['--leads', '300', '--language', 'en'] } })

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const cards = (page: Page, name: string) => column(page, name).locator('[data-card-id]')
const cardOf = (page: Page, id: string) => page.locator(`[data-card-id="${id}"]`)

async function open(page: Page, address = '/pipeline'): Promise<void> {
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible()
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}

async function idOf(card: Locator): Promise<string> {
  return (await card.getAttribute('data-card-id')) ?? ''
}

async function statusOf(dashboard: Dashboard, id: string): Promise<string | undefined> {
  const [row] = await dashboard.sql<{ status: string }>('select status from leads where id = $1', [id])
  return row?.status
}

/** The middle of a card once it stands still: a swipe goes on scrolling for a moment after the finger has left. */
async function atRest(card: Locator) {
  let before = await middleOf(card)
  await expect
    .poll(async () => {
      const now = await middleOf(card)
      const isStill = now.x === before.x && now.y === before.y
      before = now
      return isStill
    })
    .toBe(true)
  return before
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox()
  if (box === null) throw new Error('It is not on screen')
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 40) }
}

async function dragByMouse(page: Page, card: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middleOf(card), await middleOf(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 12, start.y + 4, { steps: 3 })
  await page.mouse.move(end.x, end.y, { steps: 12 })
  await page.mouse.up()
}

test('by mouse: a card dropped on a column stands on top of it at once, and is saved after its grace', async ({
  page,
  dashboard,
}) => {
  await open(page)
  const id = await idOf(cards(page, 'New').nth(1))
  await dragByMouse(page, cardOf(page, id), column(page, 'Contacted'))
  await expect(cards(page, 'Contacted').first()).toHaveAttribute('data-card-id', id)
  await expect(cardOf(page, id)).toHaveCount(1)
  await expect(page).toHaveURL('/pipeline')
  expect(await statusOf(dashboard, id)).toBe('new')
  await expect.poll(() => statusOf(dashboard, id), { timeout: 12_000 }).toBe('contacted')
  await expect(cards(page, 'Contacted').first()).toHaveAttribute('data-card-id', id)
})

test('Undo within the grace leaves the database as it was', async ({ page, dashboard }) => {
  await open(page)
  const id = await idOf(cards(page, 'New').first())
  await dragByMouse(page, cardOf(page, id), column(page, 'Responded'))
  await expect(cards(page, 'Responded').first()).toHaveAttribute('data-card-id', id)
  await cardOf(page, id).getByRole('button', { name: 'Undo' }).click()
  await expect(cards(page, 'New').first()).toHaveAttribute('data-card-id', id)
  await page.waitForTimeout(6_500)
  expect(await statusOf(dashboard, id)).toBe('new')
})

test('by keyboard only: walk, pick up, choose a column, drop; Escape puts back', async ({ page, dashboard }) => {
  await open(page)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  const id = await idOf(page.locator('[data-card-id]:focus-within'))
  await page.keyboard.press('Space')
  await expect(page.getByRole('status').filter({ hasText: 'picked up in New' })).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(column(page, 'Contacted')).toHaveAttribute('data-over', '')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('status').filter({ hasText: 'put back' })).toBeAttached()
  await expect(cards(page, 'New').nth(1)).toHaveAttribute('data-card-id', id)

  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(cards(page, 'Qualified').first()).toHaveAttribute('data-card-id', id)
  await expect(cardOf(page, id).getByRole('link')).toBeFocused()
  await expect.poll(() => statusOf(dashboard, id), { timeout: 12_000 }).toBe('qualified')
})

test('by one key: it acts on the focused card and on nothing once the focus has gone', async ({ page, dashboard }) => {
  await open(page)
  const id = await idOf(cards(page, 'Responded').first())
  await cardOf(page, id).getByRole('link').focus()
  await page.keyboard.press('4')
  await expect(cards(page, 'Qualified').first()).toHaveAttribute('data-card-id', id)
  await expect(cardOf(page, id).getByRole('link')).toBeFocused()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('5')
  await expect.poll(() => statusOf(dashboard, id), { timeout: 12_000 }).toBe('qualified')
  await expect(cards(page, 'Qualified').first()).toHaveAttribute('data-card-id', id)
})

test('by the Move menu; Won asks first, and cancelling leaves the card where it was', async ({ page, dashboard }) => {
  await open(page)
  const id = await idOf(cards(page, 'Proposal').first())
  await cardOf(page, id)
    .getByRole('button', { name: /^Move / })
    .click()
  await page.getByRole('menuitemradio', { name: /^Negotiation/ }).click()
  await expect(cards(page, 'Negotiation').first()).toHaveAttribute('data-card-id', id)
  await expect.poll(() => statusOf(dashboard, id), { timeout: 12_000 }).toBe('negotiation')

  const other = await idOf(cards(page, 'Hot').first())
  await cardOf(page, other).scrollIntoViewIfNeeded()
  await dragByMouse(page, cardOf(page, other), column(page, 'Won'))
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(cards(page, 'Hot').first()).toHaveAttribute('data-card-id', other)
  expect(await statusOf(dashboard, other)).toBe('hot')
})

test('filters are in the address, Back undoes them, a lead opens beside the board and gives the focus back', async ({
  page,
  dashboard,
}) => {
  await open(page)
  await page.keyboard.press('f')
  await page.getByLabel('Priority').selectOption('high')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/pipeline?priority=high')
  const high = await dashboard.sql("select 1 from leads where priority = 'high' and status = 'contacted'")
  await expect(column(page, 'Contacted').getByRole('heading').locator('..')).toContainText(String(high.length))
  const card = cards(page, 'Contacted').first()
  const id = await idOf(card)
  await card.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/pipeline/${id}?priority=high`)
  await expect(leadPanel(page)).toBeVisible()
  await page.keyboard.press('j')
  await expect(page).not.toHaveURL(`/pipeline/${id}?priority=high`)
  await page.keyboard.press('k')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/pipeline?priority=high')
  await expect(cardOf(page, id).getByRole('link')).toBeFocused()
  // Back over the closing, the opening and the filter.
  for (let step = 0; step < 3; step += 1) await page.goBack()
  await expect(page).toHaveURL('/pipeline')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a press of 200 ms and a drag to the edge goes on to the next column; a swipe only scrolls', async ({
    page,
    dashboard,
  }) => {
    await open(page)
    const finger = await page.context().newCDPSession(page)
    const card = cards(page, 'New').first()
    const id = await idOf(card)
    const start = await middleOf(card)
    // Too short for a pick-up: the column scrolls.
    await touch(finger, 'touchStart', start.x, start.y + 300)
    for (let y = 280; y > 0; y -= 40) await touch(finger, 'touchMove', start.x, start.y + y)
    await touch(finger, 'touchEnd')
    await expect(page.locator('[data-held]')).toHaveCount(0)

    await card.scrollIntoViewIfNeeded()
    const at = await atRest(card)
    await touch(finger, 'touchStart', at.x, at.y)
    await page.waitForTimeout(350)
    await expect(page.locator('[data-held]')).toHaveCount(1)
    for (let x = at.x; x < 380; x += 20) await touch(finger, 'touchMove', x, at.y)
    await touch(finger, 'touchMove', 380, at.y)
    await expect(column(page, 'Contacted')).toBeInViewport({ ratio: 0.9 })
    await touch(finger, 'touchMove', 200, at.y)
    await touch(finger, 'touchMove', 196, at.y)
    await expect(column(page, 'Contacted')).toHaveAttribute('data-over', '')
    await touch(finger, 'touchEnd')
    await expect(cards(page, 'Contacted').first()).toHaveAttribute('data-card-id', id)
    await expect(page).toHaveURL('/pipeline?column=contacted')
    await expect.poll(() => statusOf(dashboard, id), { timeout: 12_000 }).toBe('contacted')
  })

  test('Lost waits at the bottom while a card is held, and asks first', async ({ page, dashboard }) => {
    await open(page, '/pipeline?column=responded')
    const card = cards(page, 'Responded').first()
    const id = await idOf(card)
    const finger = await page.context().newCDPSession(page)
    const at = await middleOf(card)
    await expect(column(page, 'Lost')).toBeHidden()
    await touch(finger, 'touchStart', at.x, at.y)
    await page.waitForTimeout(350)
    await expect(column(page, 'Lost')).toBeVisible()
    const lost = await middleOf(column(page, 'Lost'))
    for (let step = 1; step <= 8; step += 1) {
      await touch(finger, 'touchMove', at.x + ((lost.x - at.x) * step) / 8, at.y + ((lost.y - at.y) * step) / 8)
    }
    await touch(finger, 'touchEnd')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await statusOf(dashboard, id)).toBe('responded')
  })
})

async function touch(finger: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0): Promise<void> {
  await finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
}
