import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { buildOwnWrite } from '#queries/build-own-write.ts'
import type { OwnWrite } from '#queries/own-write.ts'
import { SaveMark } from './save-mark.tsx'

let writes: readonly OwnWrite[] = []
vi.mock('#queries/own-writes.ts', () => ({ useLeadWrites: () => writes }))

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

function mark(...shown: readonly Partial<OwnWrite>[]) {
  writes = shown.map((write) => buildOwnWrite(write))
  return render(<SaveMark leadId="lead_abc123" />)
}

const words = () => screen.queryByRole('img')?.getAttribute('aria-label')

it('counts the seconds in which a change can be taken back', () => {
  mark({ state: 'held', dueAt: 1_005_000 })
  expect(words()).toBe('Sent in 5 s')
  act(() => void vi.advanceTimersByTime(2000))
  expect(words()).toBe('Sent in 3 s')
})

it('says saved for a moment only', () => {
  mark({ state: 'saved', dueAt: null, endedAt: 1_000_000 })
  expect(words()).toBe('Saved')
  act(() => void vi.advanceTimersByTime(4000))
  expect(words()).toBeUndefined()
})

it('keeps trouble in sight whatever came after it', () => {
  mark({ state: 'rejected', endedAt: 1 }, { state: 'saved', endedAt: 1_000_000 })
  expect(words()).toBe('Not saved')
})

it('tells what nobody knows from what failed', () => {
  mark({ state: 'waiting', isUnconfirmed: true })
  expect(words()).toBe('Not known whether it was saved')
})

it('says nothing of what was taken back', () => {
  mark({ state: 'undone', endedAt: 1_000_000 })
  expect(words()).toBeUndefined()
})
