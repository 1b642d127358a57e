import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { type Mark, MarkLayer } from './mark-layer.tsx'

const mark = (id: string, to?: string): Mark => ({
  id,
  hint: { title: id, lines: [`${id} of 10`] },
  left: 0,
  top: 0,
  width: 10,
  height: 10,
  ...(to === undefined ? {} : { to }),
})
const link = ({ to, children, ...rest }: { to: string; children: React.ReactNode }) => (
  <a href={to} {...rest}>
    {children}
  </a>
)
const tips = () => [...document.querySelectorAll('[data-tip]')].map((tip) => tip.firstElementChild?.textContent)

it('has one stop for Tab, and arrows walk the marks with one tip for hover and focus', async () => {
  const user = userEvent.setup()
  render(<MarkLayer label="Rates" marks={[mark('a', '/a'), mark('b', '/b'), mark('c')]} link={link} />)
  await user.tab()
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'a. a of 10' }))
  expect(tips()).toEqual(['a'])
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'b. b of 10' }))
  expect(tips()).toEqual(['b'])
  await user.keyboard('{End}')
  expect(tips()).toEqual(['c'])
  await user.keyboard('{ArrowRight}')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'c. c of 10' }))
  await user.keyboard('{Home}')
  expect(tips()).toEqual(['a'])
  await user.keyboard('{Escape}')
  expect(tips()).toEqual([])
  await user.tab()
  expect(document.activeElement).toBe(document.body)
})

it('shows the same tip to a pointer, and hides it behind it', () => {
  render(<MarkLayer label="Rates" marks={[mark('a', '/a'), mark('b', '/b')]} link={link} />)
  fireEvent.pointerEnter(screen.getByRole('link', { name: /^b/ }))
  expect(tips()).toEqual(['b'])
  fireEvent.pointerLeave(screen.getByRole('link', { name: /^b/ }))
  expect(tips()).toEqual([])
})

it('keeps its stop where the marks change, and finds a new one where it is gone', () => {
  const { rerender } = render(<MarkLayer label="Rates" marks={[mark('a'), mark('b')]} link={link} />)
  fireEvent.focus(screen.getByRole('button', { name: /^b/ }))
  rerender(<MarkLayer label="Rates" marks={[mark('c'), mark('b')]} link={link} />)
  expect(screen.getByRole('button', { name: /^b/ }).tabIndex).toBe(0)
  rerender(<MarkLayer label="Rates" marks={[mark('c'), mark('d')]} link={link} />)
  expect(screen.getByRole('button', { name: /^c/ }).tabIndex).toBe(0)
})
