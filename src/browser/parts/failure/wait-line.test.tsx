import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WaitLine } from './wait-line.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What a screen reader has of the alert. */
function heard(): string {
  const alert = screen.getByRole('alert').cloneNode(true) as HTMLElement
  for (const hidden of alert.querySelectorAll('[aria-hidden="true"]')) hidden.remove()
  return alert.textContent ?? ''
}

it('ticks for the eye alone, and says it once when the time is up', () => {
  render(<WaitLine until={Date.now() + 3000} />)
  const first = heard()
  expect(first).toMatch(/limit is reached/)
  expect(first).not.toMatch(/\d/)
  expect(screen.getByRole('alert').textContent).toContain('in 3 s')
  act(() => void vi.advanceTimersByTime(1000))
  expect(screen.getByRole('alert').textContent).toContain('in 2 s')
  expect(heard()).toBe(first)
  act(() => void vi.advanceTimersByTime(2000))
  expect(heard()).toBe('You can send now.')
})
