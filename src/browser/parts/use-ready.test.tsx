import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { latePart } from './late-part.ts'
import { useReady } from './use-ready.ts'

function Form() {
  return null
}

it('opens nothing before its code is there, and at once afterwards', async () => {
  const part = latePart(async () => Form)
  const { result, rerender } = renderHook((isWanted) => useReady(part, isWanted), { initialProps: false })
  expect(result.current).toBe(false)
  rerender(true)
  expect(result.current).toBe(false)
  await act(async () => {})
  expect(result.current).toBe(true)
  rerender(false)
  expect(result.current).toBe(false)
  rerender(true)
  expect(result.current).toBe(true)
})

it('opens where the code cannot be fetched, to say so', async () => {
  const part = latePart(async (): Promise<typeof Form> => {
    throw new TypeError('Failed to fetch')
  })
  const { result } = renderHook(() => useReady(part, true))
  await act(async () => {})
  expect(result.current).toBe(true)
})
