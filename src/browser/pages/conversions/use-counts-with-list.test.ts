import { renderHook } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Failure } from '#queries/failure.ts'
import { useCountsWithList } from './use-counts-with-list.ts'

const now = Date.parse('2026-11-24T08:00:00Z')
const counts = vi.hoisted(() => ({
  asOf: undefined as number | undefined,
  isRefreshing: false,
  failure: null as Failure | null,
  askAgain: vi.fn(),
}))
vi.mock('#queries/sync-status.ts', () => ({ useSyncStatus: () => ({ ...counts }) }))

beforeEach(() => {
  Object.assign(counts, { asOf: now, isRefreshing: false, failure: null })
  counts.askAgain.mockReset()
})

const listReadAt = (first: number | undefined) =>
  renderHook((at: number | undefined) => useCountsWithList({}, at), { initialProps: first })

it('asks for the counts once with every newer list', () => {
  const list = listReadAt(now + 1000)
  expect(counts.askAgain).not.toHaveBeenCalled()
  list.rerender(now + 60_000)
  list.rerender(now + 60_000)
  expect(counts.askAgain).toHaveBeenCalledTimes(1)
  counts.asOf = now + 61_000
  list.rerender(now + 120_000)
  expect(counts.askAgain).toHaveBeenCalledTimes(2)
})

it('asks nothing where the counts are newer, on their way, not there yet, or failed', () => {
  const list = listReadAt(now - 60_000)
  counts.isRefreshing = true
  list.rerender(now + 60_000)
  counts.isRefreshing = false
  counts.failure = { kind: 'offline', requestId: null }
  list.rerender(now + 120_000)
  counts.asOf = undefined
  counts.failure = null
  list.rerender(now + 180_000)
  expect(counts.askAgain).not.toHaveBeenCalled()
})
