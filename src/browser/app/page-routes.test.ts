// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { onceOnline } from './page-routes.ts'

afterEach(() => vi.restoreAllMocks())

const page = { default: () => null }

it('waits for a page without a connection, and breaks only with one', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  let tries = 0
  const load = onceOnline(async () => {
    tries += 1
    if (tries < 3) throw new TypeError('Failed to fetch')
    return page
  })
  const loading = load()
  await vi.waitFor(() => expect(tries).toBe(1))
  window.dispatchEvent(new Event('online'))
  await vi.waitFor(() => expect(tries).toBe(2))
  online.mockReturnValue(true)
  window.dispatchEvent(new Event('online'))
  expect(await loading).toBe(page)
  await expect(onceOnline(() => Promise.reject(new TypeError('gone')))()).rejects.toThrow('gone')
})
