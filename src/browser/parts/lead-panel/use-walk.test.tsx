import { act, renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { OwnWrite } from '#queries/own-write.ts'
import { useWalk } from './use-walk.ts'

let writes: readonly OwnWrite[] = []
vi.mock('#queries/own-writes.ts', () => ({ useOwnWrites: () => writes }))

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

const held = (leadId: string) =>
  ({ id: leadId, leadId, changes: { status: 'hot' }, note: null, state: 'held' }) as OwnWrite

it('counts what is done until somebody refreshes, from one opened lead to the next', () => {
  writes = [held('c')]
  const { result, rerender } = walk({ openId: 'a', ids: ['a', 'b', 'c'] })
  expect(result.current.doneCount).toBe(0)
  writes = [held('c'), held('a')]
  rerender({ openId: 'a', ids: ['a', 'b', 'c'] })
  expect(result.current.doneCount).toBe(1)
  rerender({ openId: null, ids: ['a', 'b', 'c'] })
  expect([...result.current.doneIds]).toEqual(['a'])
  writes = [held('elsewhere'), held('b')]
  rerender({ openId: 'b', ids: ['a', 'b', 'c'] })
  expect([...result.current.doneIds]).toEqual(['a', 'elsewhere', 'b'])
  expect(result.current.doneCount).toBe(2)
  act(() => result.current.forgetDone())
  expect(result.current.doneCount).toBe(0)
  writes = []
})
