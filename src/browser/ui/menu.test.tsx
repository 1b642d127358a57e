import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { MenuButton } from './menu-button.tsx'

const items = ['New', 'Contacted', 'Negotiation'].map((text) => ({
  id: text.toLowerCase(),
  text,
  isChecked: text === 'Contacted',
}))

function draw(around = vi.fn()) {
  const pick = vi.fn()
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for a row around the button
    <div onClick={around} onKeyDown={around}>
      <MenuButton label="Status" items={items} onPick={pick}>
        Open
      </MenuButton>
      <button type="button">After</button>
    </div>,
  )
  return pick
}

const focused = () => document.activeElement?.textContent

it('opens on the checked item, moves by keys, and gives the focus back with the choice', async () => {
  const pick = draw()
  const user = userEvent.setup()
  await user.tab()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('menu', { name: 'Status' })).toBeTruthy()
  expect(focused()).toBe('Contacted')
  await user.keyboard('{ArrowDown}')
  expect(focused()).toBe('Negotiation')
  await user.keyboard('{ArrowDown}')
  expect(focused()).toBe('New')
  await user.keyboard('{End}{Home}n')
  expect(focused()).toBe('Negotiation')
  await user.keyboard(' ')
  expect(pick.mock.calls).toEqual([['negotiation']])
  expect(screen.queryByRole('menu')).toBeNull()
  expect(focused()).toBe('Open')
})

it('closes on Escape and on a press elsewhere, and nothing is picked', async () => {
  const pick = draw()
  const user = userEvent.setup()
  await user.click(screen.getByText('Open'))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
  expect(focused()).toBe('Open')
  await user.click(screen.getByText('Open'))
  await user.click(screen.getByText('After'))
  expect(screen.queryByRole('menu')).toBeNull()
  await user.click(screen.getByText('Open'))
  await user.click(screen.getByText('Open'))
  expect(screen.queryByRole('menu')).toBeNull()
  expect(pick).not.toHaveBeenCalled()
})

it('keeps its presses and keys from what lies around and beneath it', async () => {
  const around = vi.fn()
  const beneath = vi.fn()
  document.addEventListener('keydown', beneath)
  draw(around)
  const user = userEvent.setup()
  await user.click(screen.getByText('Open'))
  await user.keyboard('{ArrowDown}{Escape}')
  await user.click(screen.getByText('Open'))
  await user.click(screen.getByText('New'))
  document.removeEventListener('keydown', beneath)
  expect(around).not.toHaveBeenCalled()
  expect(beneath).not.toHaveBeenCalled()
})

function Told() {
  const [isOpen, setOpen] = useState(true)
  return (
    <MenuButton label="Status" items={items} onPick={vi.fn()} isOpen={isOpen} onOpenChange={setOpen}>
      Open
    </MenuButton>
  )
}

it('opens when it is told to', async () => {
  render(<Told />)
  expect(focused()).toBe('Contacted')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
})

it('waits for the whole tap on the ground of a phone, so that nothing beneath is pressed', async () => {
  draw()
  const user = userEvent.setup()
  await user.click(screen.getByText('Open'))
  const ground = screen.getByRole('menu').previousElementSibling
  if (ground === null) throw new Error('no ground')
  await user.pointer({ keys: '[TouchA>]', target: ground })
  expect(screen.getByRole('menu')).toBeTruthy()
  await user.pointer({ keys: '[/TouchA]', target: ground })
  expect(screen.queryByRole('menu')).toBeNull()
})
