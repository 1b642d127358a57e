import { fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DataColumn } from './data-column.ts'
import { DataTable } from './data-table.tsx'
import { firstLayout, showColumn } from './table-layout.ts'

interface City {
  readonly id: string
  readonly people: number
}

const columns: readonly DataColumn<City>[] = [
  {
    id: 'name',
    label: () => 'Name',
    width: 200,
    isAlwaysShown: true,
    cell: (city) => <a href={`#${city.id}`}>{city.id}</a>,
  },
  { id: 'people', label: () => 'People', width: 100, align: 'end', isSortable: true, cell: (city) => city.people },
]
const cities = Array.from({ length: 5000 }, (_, n): City => ({ id: `city-${n}`, people: n }))

const onOpen = vi.fn()
const onSort = vi.fn()
const onNearEnd = vi.fn()

function Cities({ rows = cities, layout = firstLayout(columns) }) {
  const [active, setActive] = useState<string | null>(null)
  return (
    <DataTable
      label="Cities"
      columns={columns}
      rows={rows}
      rowId={(city) => city.id}
      total={123_456}
      layout={layout}
      onLayoutChange={() => undefined}
      sort={{ column: 'people', order: 'desc' }}
      onSort={onSort}
      activeId={active}
      onActiveChange={setActive}
      selectedId="city-1"
      onOpen={onOpen}
      isDimmed={() => false}
      isPrevious={false}
      question="all"
      canLoadMore
      onNearEnd={onNearEnd}
    />
  )
}

beforeEach(() => {
  vi.clearAllMocks()
  // jsdom lays nothing out and does not scroll.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(400)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900)
  Element.prototype.scrollTo = () => undefined
})
afterEach(() => {
  vi.restoreAllMocks()
})

const rowAt = (index: number) => {
  const row = screen.getByRole('grid').querySelector(`[aria-rowindex="${index}"]`)
  if (!(row instanceof HTMLElement)) throw new Error(`no row ${index}`)
  return row
}

it('says how many rows there are in all, and draws only those in sight', () => {
  render(<Cities />)
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('123457')
  expect(screen.getAllByRole('row').length).toBeLessThan(40)
  expect(rowAt(2).textContent).toBe('city-00')
})

it('is one Tab stop; arrows move the focus and Enter opens', async () => {
  render(<Cities />)
  const user = userEvent.setup()
  expect(screen.getByRole('grid').querySelectorAll('tr[tabindex="0"]')).toHaveLength(1)
  rowAt(2).focus()
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
  expect(document.activeElement).toBe(rowAt(3))
  expect(rowAt(3).tabIndex).toBe(0)
  await user.keyboard('{Enter}')
  expect(onOpen).toHaveBeenCalledWith('city-1')
})

it('keeps the row that has the focus in the page, however far it is', async () => {
  render(<Cities />)
  rowAt(2).focus()
  await userEvent.keyboard('{End}')
  expect(document.activeElement).toBe(rowAt(5001))
})

it('tells how it is sorted, and asks to sort by what can be sorted by only', () => {
  render(<Cities />)
  expect(screen.getByRole('columnheader', { name: 'People' }).getAttribute('aria-sort')).toBe('descending')
  expect(screen.getByRole('columnheader', { name: 'Name' }).hasAttribute('aria-sort')).toBe(false)
  expect(within(screen.getByRole('columnheader', { name: 'Name' })).queryByRole('button')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'People' }))
  expect(onSort).toHaveBeenCalledWith('people')
})

it('draws the cells of the shown columns, in rows that were there before too', () => {
  const { rerender } = render(<Cities />)
  rerender(<Cities layout={showColumn(firstLayout(columns), 'people', false)} />)
  expect(screen.queryByRole('columnheader', { name: 'People' })).toBeNull()
  expect(rowAt(3).querySelectorAll('td')).toHaveLength(1)
})

it('asks for more once as the end comes near, and again only when there are more rows', () => {
  const { rerender } = render(<Cities rows={cities.slice(0, 10)} />)
  rerender(<Cities rows={cities.slice(0, 10)} />)
  expect(onNearEnd).toHaveBeenCalledTimes(1)
  rerender(<Cities rows={cities.slice(0, 12)} />)
  expect(onNearEnd).toHaveBeenCalledTimes(2)
})

it('opens a row that is clicked, but leaves a link in it alone', () => {
  render(<Cities />)
  fireEvent.click(within(rowAt(4)).getByRole('link'))
  expect(onOpen).not.toHaveBeenCalled()
  fireEvent.click(within(rowAt(4)).getByText('2'))
  expect(onOpen).toHaveBeenCalledWith('city-2')
})
