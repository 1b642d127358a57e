import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { createNumberFormat } from '#words/number-format.ts'
import { ConflictList } from './conflict-list.tsx'

vi.mock('../display.tsx', () => ({ useDisplay: () => ({ numbers: createNumberFormat('en', 'IDR') }) }))
vi.mock('./member-mark.tsx', () => ({ useMemberName: () => (id: string) => id }))

it('shows yours, theirs and before in words, and each field is decided by itself', async () => {
  const onKeepMine = vi.fn()
  const onTakeTheirs = vi.fn()
  render(
    <ConflictList
      conflicts={[
        { field: 'status', yours: 'won', theirs: 'lost', before: 'new' },
        { field: 'actualValue', yours: 5_000_000, theirs: null, before: undefined },
      ]}
      onKeepMine={onKeepMine}
      onTakeTheirs={onTakeTheirs}
    />,
  )
  const text = (screen.getByRole('alert').textContent ?? '').replaceAll('\u00a0', ' ')
  expect(text).toContain('Someone changed Status while you were editing.YoursWonTheirsLostBeforeNew')
  expect(text).toContain('YoursRp 5,000,000TheirsEmptyBeforeEmpty')
  const [firstMine] = screen.getAllByText('Keep mine')
  const [, secondTheirs] = screen.getAllByText('Take theirs')
  if (firstMine !== undefined) await userEvent.click(firstMine)
  if (secondTheirs !== undefined) await userEvent.click(secondTheirs)
  expect(onKeepMine.mock.calls).toEqual([['status']])
  expect(onTakeTheirs.mock.calls).toEqual([['actualValue']])
})
