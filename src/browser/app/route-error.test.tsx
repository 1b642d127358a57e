import { act, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { setLiveLink } from '#queries/live-link.ts'
import { CrashPage } from './route-error.tsx'

let writes: readonly object[] = []
vi.mock('#queries/own-writes.ts', () => ({ useOwnWrites: () => writes }))

afterEach(() => {
  setLiveLink({ isUp: false, lostAt: null })
  vi.unstubAllGlobals()
})

const title = () => screen.getByRole('heading', { level: 1 }).textContent

it('tells a page that broke from one whose code did not come, which loads by itself once the server is back', () => {
  const reload = vi.fn()
  vi.stubGlobal('location', { reload })
  setLiveLink({ isUp: false, lostAt: null })
  const { rerender } = render(<CrashPage error={new TypeError('x is undefined')} />)
  expect(title()).toBe('This page broke')
  rerender(<CrashPage error={new TypeError('Failed to fetch dynamically imported module: /a.js')} />)
  expect(title()).toBe('This page could not be fetched')
  act(() => setLiveLink({ isUp: true }))
  // As it stands after an update: the server is there, and loading again and again would help nobody.
  expect(reload).not.toHaveBeenCalled()
  act(() => setLiveLink({ isUp: false, lostAt: 1 }))
  expect(reload).not.toHaveBeenCalled()
  writes = [{}]
  act(() => setLiveLink({ isUp: true, lostAt: null }))
  // What waits in this tab would be lost.
  expect(reload).not.toHaveBeenCalled()
  writes = []
  act(() => setLiveLink({ touchedAt: 1 }))
  expect(reload).toHaveBeenCalledOnce()
})
