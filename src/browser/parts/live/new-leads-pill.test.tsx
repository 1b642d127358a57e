import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import type { LeadListView } from '#queries/lead-list.ts'
import { createNumberFormat } from '#words/number-format.ts'
import { BoardPill, LeadsPill } from './new-leads-pill.tsx'

let arrived: readonly object[] = []
vi.mock('#queries/live/arrivals.ts', async (original) => ({
  ...(await original<object>()),
  useArrivals: () => ({ list: arrived, gaps: {} }),
}))
vi.mock('../display.tsx', () => ({ useDisplay: () => ({ numbers: createNumberFormat('en', 'IDR') }) }))

const askAgain = vi.fn()
function listOf(id: string): LeadListView {
  const shown = {
    leads: [buildLead({ id })],
    asOf: 1_000,
    hasMore: true,
    isPrevious: false,
    isRefreshing: false,
    askAgain,
  }
  return shown as unknown as LeadListView
}
function come(...leads: Parameters<typeof buildLead>[0][]): void {
  arrived = leads.map((lead) => ({ lead: buildLead(lead), at: 2_000, isNew: true }))
}

beforeEach(() => {
  askAgain.mockReset()
  arrived = []
})

it('has a silent place, counts what came for the eye and in a whole sentence, and shows it when pressed', async () => {
  const onShow = vi.fn()
  const draw = () => <LeadsPill filters={{}} list={listOf('old')} hidden={null} onShow={onShow} />
  const { rerender } = render(draw())
  expect(screen.getByRole('status').textContent).toBe('')
  come({ id: 'one' })
  rerender(draw())
  screen.getByRole('button', { name: '1 new lead: show it' })
  come({ id: 'one' }, { id: 'two' }, { id: 'old' })
  rerender(draw())
  const pill = screen.getByRole('button', { name: '2 new leads: show them' })
  expect(pill.textContent).toBe('↑2 new')
  await userEvent.click(pill)
  expect(onShow).toHaveBeenCalledOnce()
})

it('does not announce what the list hides', () => {
  come({ id: 'visit', status: 'visit' })
  render(<LeadsPill filters={{}} list={listOf('old')} hidden="visit" onShow={askAgain} />)
  expect(screen.queryByRole('button')).toBeNull()
})

it('asks only the columns of a board again that something has come to, and counts no card that stands there', async () => {
  const [hot, fresh] = [listOf('hot'), { ...listOf('fresh'), askAgain: vi.fn() }]
  come({ id: 'new', status: 'new' }, { id: 'moved', status: 'new' })
  render(
    <BoardPill
      columns={[
        { filters: { status: 'hot' }, list: hot },
        { filters: { status: 'new' }, list: fresh },
      ]}
      shownIds={new Set(['moved'])}
    />,
  )
  await userEvent.click(screen.getByRole('button', { name: '1 new lead: show it' }))
  expect(fresh.askAgain).toHaveBeenCalledOnce()
  expect(askAgain).not.toHaveBeenCalled()
})
