import { render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { expect, it, vi } from 'vitest'
import { buildLead } from '#contract/build-lead.ts'
import { buildUnsentRow } from '#parts/conversions/build-unsent-row.ts'
import type { UnsentRow } from '#parts/conversions/unsent-rows.ts'
import { createDateFormat } from '#words/date-format.ts'
import { createNumberFormat } from '#words/number-format.ts'
import { UnsentTable } from './unsent-table.tsx'

const isWide = vi.hoisted(() => ({ value: false }))
vi.mock('#parts/use-wide.ts', () => ({ useWide: () => isWide.value }))

// Rows that are virtual need a layout, which there is none of here.
vi.mock('#ui/data-table/page-rows.tsx', () => ({
  PageRows: ({ rows, renderCells }: { rows: UnsentRow[]; renderCells: (row: UnsentRow) => ReactNode }) => (
    <tbody>
      {rows.map((row) => (
        <tr key={row.event.leadId}>{renderCells(row)}</tr>
      ))}
    </tbody>
  ),
}))

const now = Date.parse('2026-11-24T08:00:00Z')

function show() {
  const lead = buildLead({ id: 'a', status: 'won', actualValue: 7, createdAt: '2026-11-20T08:00:00.000Z' })
  const scroller = { current: document.body }
  render(
    <MemoryRouter>
      <UnsentTable
        ref={null}
        rows={[buildUnsentRow({}, now - 3_600_000, now, { ...lead, updatedAt: null })]}
        facts={{
          now,
          dates: createDateFormat('en', 'Asia/Jakarta', null),
          numbers: createNumberFormat('en', 'IDR'),
          isNarrow: false,
          leadPlace: (id) => `/conversions/${id}`,
          ticketOf: () => undefined,
        }}
        scroller={scroller}
        activeId={null}
        openId={null}
        onActiveChange={() => undefined}
        onOpen={() => undefined}
      />
    </MemoryRouter>,
  )
  const texts = (row: Element | undefined) => [...(row?.children ?? [])].map((cell) => cell.textContent ?? '')
  const rows = within(screen.getByRole('grid')).getAllByRole('row', { hidden: true })
  return { heads: texts(rows[0]), cells: texts(rows[1]) }
}

it('names the cells of a phone in their own order, and says why the time left is what it is', () => {
  isWide.value = false
  const { heads, cells } = show()
  expect(heads).toEqual(['Lead', 'Sync', 'Status, Platform', 'Value', 'Time left'])
  expect(cells).toHaveLength(heads.length)
  expect(cells[1]).toBe('Failed')
  expect(cells[2]).toMatch(/Won.*Meta/)
  expect(cells[3]).toMatch(/7/)
  expect(cells[4]).toMatch(/at most 7 d.*The event happened after 20\/11\/2026/)
})

it('names the cells of a wide table each by its column', () => {
  isWide.value = true
  const { heads, cells } = show()
  expect(cells).toHaveLength(heads.length)
})
