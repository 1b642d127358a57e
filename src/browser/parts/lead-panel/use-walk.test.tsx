import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useWalk } from './use-walk.ts'

interface Shown {
  readonly openId: string | null
  readonly ids: readonly string[]
}

function walk(first: Shown) {
  return renderHook((shown: Shown) => useWalk({ ...shown, total: 3, question: 'all' }), { initialProps: first })
}

it('takes in the rows that come after it was asked to', () => {
  const { result, rerender } = walk({ openId: 'b', ids: ['a', 'b'] })
  expect(result.current.next).toBeNull()
  act(() => result.current.extend())
  rerender({ openId: 'b', ids: ['a', 'b', 'c'] })
  expect(result.current.next).toBe('c')
})

it('forgets when it is closed that it was to take in more', () => {
  const { result, rerender } = walk({ openId: 'b', ids: ['a', 'b'] })
  act(() => result.current.extend())
  rerender({ openId: null, ids: ['a', 'b'] })
  rerender({ openId: 'b', ids: ['a', 'b'] })
  rerender({ openId: 'b', ids: ['a', 'b', 'c'] })
  expect(result.current.next).toBeNull()
  expect(result.current.hasBeyond).toBe(true)
})
