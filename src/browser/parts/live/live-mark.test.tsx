import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { closeKeyGate, openKeyGate } from '#queries/key-gate.ts'
import { setLiveLink } from '#queries/live-link.ts'
import { createDateFormat } from '#words/date-format.ts'
import { createNumberFormat } from '#words/number-format.ts'
import { LiveFoot } from './live-foot.tsx'
import { LiveMark } from './live-mark.tsx'

const now = Date.UTC(2026, 10, 26, 7, 2)
const budget = { limit: 200, left: 150, leftToRead: 140, resetsInS: 20, ours: 10, others: 0 }
const closed = { state: 'closed', probeInS: null }
let status: object = { budget, breaker: closed }
vi.mock('#queries/status.ts', () => ({ useStatus: () => ({ data: status, asOf: now }) }))
vi.mock('../display.tsx', () => ({
  useDisplay: () => ({
    numbers: createNumberFormat('en', 'IDR'),
    dates: createDateFormat('en', 'Asia/Jakarta', null),
  }),
}))

beforeEach(() => {
  vi.useFakeTimers({ now })
  status = { budget, breaker: closed }
  setLiveLink({ isUp: true, lostAt: null, pollEveryMs: 8_000 })
})
afterEach(() => {
  openKeyGate()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const shown = () => document.body.textContent

it('says live with how often, then nothing for half a minute without the stream, then since when', () => {
  render(<LiveMark isBehind={false} />)
  expect(screen.getByText('live').title).toContain('every 8 s')
  act(() => setLiveLink({ isUp: false, lostAt: now }))
  expect(shown()).toBe('')
  act(() => void vi.advanceTimersByTime(30_000))
  expect(shown()).toBe('not live since 14:02')
  act(() => setLiveLink({ isUp: true, lostAt: null }))
  expect(shown()).toBe('live')
})

it('does not say live beside a strip that says the opposite', () => {
  const { rerender } = render(<LiveMark isBehind />)
  expect(shown()).toBe(' · live')
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  act(() => void dispatchEvent(new Event('offline')))
  expect(shown()).toBe('')
  online.mockReturnValue(true)
  act(() => void dispatchEvent(new Event('online')))
  expect(shown()).toBe(' · live')
  act(closeKeyGate)
  expect(shown()).toBe('')
  act(openKeyGate)
  status = { budget: { ...budget, left: 0, leftToRead: 0 }, breaker: closed }
  rerender(<LiveMark isBehind={false} />)
  expect(shown()).toBe('')
  status = { budget, breaker: { state: 'open', probeInS: 5 } }
  rerender(<LiveMark isBehind />)
  expect(shown()).toBe('')
})

it('tells what is left, what others use, and what is kept when nothing more can be read', () => {
  const { rerender } = render(<LiveFoot />)
  expect(screen.getByText('150 requests left this minute (plan: 200)').className).not.toContain('text-warn')
  status = { budget: { ...budget, left: 30, others: 12 }, breaker: closed }
  rerender(<LiveFoot key="low" />)
  expect(screen.getByText('30 requests left this minute (plan: 200) · 12 used by others').className).toContain(
    'text-warn',
  )
  status = { budget: { ...budget, left: 20, leftToRead: 0 }, breaker: closed }
  rerender(<LiveFoot key="kept" />)
  screen.getByText('20 requests left this minute, kept for changes you make (plan: 200)')
  status = { budget: { ...budget, limit: null }, breaker: closed }
  rerender(<LiveFoot key="unknown" />)
  expect(shown()).toBe('live')
})
