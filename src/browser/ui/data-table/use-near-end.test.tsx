import { renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { useNearEnd } from './use-near-end.ts'

it('asks once for each number of rows, and again after the list began anew', () => {
  const onNearEnd = vi.fn()
  const { rerender } = renderHook(
    ({ count }) => useNearEnd({ lastIndex: count - 1, count, canLoadMore: true, question: 'q', onNearEnd }),
    { initialProps: { count: 50 } },
  )
  rerender({ count: 50 })
  expect(onNearEnd).toHaveBeenCalledTimes(1)
  rerender({ count: 100 })
  expect(onNearEnd).toHaveBeenCalledTimes(2)
  rerender({ count: 50 })
  expect(onNearEnd).toHaveBeenCalledTimes(3)
})
