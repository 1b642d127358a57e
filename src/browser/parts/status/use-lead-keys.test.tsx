import { fireEvent, renderHook } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { Lead } from '#contract/lead.ts'
import { useShortcutList } from '../shortcuts.tsx'
import { endAsking, useAsked } from './asked.ts'
import { useLeadKeys } from './use-lead-keys.ts'

const change = vi.fn()
vi.mock('#queries/own-writes.ts', () => ({ useWriteActions: () => ({ change }) }))

const lead = buildLead({ status: 'new' })
const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.body, { key, ...more })

beforeEach(() => {
  change.mockReset()
})

function useKeys(current: Lead | null) {
  const anchor = document.body
  useLeadKeys(current, () => anchor)
  return { asked: useAsked(), list: useShortcutList() }
}

function keys(first: Lead | null) {
  return renderHook(useKeys, { initialProps: first })
}

it('sets New to Invoice by 1 to 8, and what is so already not again', () => {
  keys(lead)
  for (const key of ['1', '2', '8', '9', '0']) press(key)
  expect(change.mock.calls.map(([, changes]) => changes)).toEqual([{ status: 'contacted' }, { status: 'invoice' }])
})

it('ignores a key that is held down, and one with Ctrl', () => {
  keys(lead)
  press('2', { repeat: true })
  press('2', { ctrlKey: true })
  expect(change).not.toHaveBeenCalled()
})

it.each([
  ['w', 'won'],
  ['L', 'lost'],
  ['a', 'assign'],
  ['p', 'priority'],
])('asks on %s and saves nothing', (key, kind) => {
  const { result } = keys(lead)
  press(key)
  expect(result.current.asked).toMatchObject({ kind, lead })
  expect(change).not.toHaveBeenCalled()
  if (result.current.asked !== null) endAsking(result.current.asked)
})

it('gives the keys up without a lead, and lists one label for the eight', () => {
  const { result, rerender } = keys(lead)
  expect(result.current.list).toHaveLength(5)
  expect(result.current.list.filter(({ keys: [first] }) => first === '1')).toHaveLength(1)
  rerender(null)
  expect(result.current.list).toHaveLength(0)
  press('2')
  expect(change).not.toHaveBeenCalled()
})
