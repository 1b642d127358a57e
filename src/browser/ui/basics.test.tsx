import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { Field } from './field.tsx'
import { TextInput } from './input.tsx'
import { Popover } from './popover.tsx'
import { Segmented } from './segmented.tsx'
import { StageRing } from './stage-ring.tsx'

function Choice() {
  const [value, setValue] = useState<'a' | 'b' | 'c'>('a')
  const options = (['a', 'b', 'c'] as const).map((name) => ({ value: name, label: name.toUpperCase() }))
  return <Segmented label="Letter" options={options} value={value} onChange={setValue} />
}

function Panel({ onOutside }: { readonly onOutside?: () => void }) {
  return (
    <>
      <Popover
        label="Filters"
        trigger={(props) => (
          <button type="button" {...props}>
            Open
          </button>
        )}
      >
        {(close) => (
          <>
            <input aria-label="inside" />
            <button type="button" onClick={close}>
              Done
            </button>
          </>
        )}
      </Popover>
      <button type="button" onClick={onOutside}>
        Outside
      </button>
    </>
  )
}

describe('a field', () => {
  it('wires label, error and hint to its control', () => {
    render(
      <Field label="Email" error="Invalid email" hint="name@example.com">
        {(wiring) => <TextInput {...wiring} />}
      </Field>,
    )
    const input = screen.getByRole('textbox', { name: 'Email' })
    expect(input.getAttribute('aria-invalid')).toBe('true')
    const texts = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(texts).toEqual(['Invalid email', 'name@example.com'])
  })

  it('describes nothing where there is nothing to say', () => {
    render(<Field label="Name">{(wiring) => <TextInput {...wiring} />}</Field>)
    const input = screen.getByLabelText('Name')
    expect(input.hasAttribute('aria-describedby')).toBe(false)
    expect(input.hasAttribute('aria-invalid')).toBe(false)
  })
})

describe('a segmented choice', () => {
  it('is a named group of radios with one taken', async () => {
    render(<Choice />)
    expect(screen.getByRole('group', { name: 'Letter' })).toBeTruthy()
    await userEvent.click(screen.getByText('B'))
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'B' }).checked).toBe(true)
    expect(screen.getAllByRole<HTMLInputElement>('radio').filter((radio) => radio.checked)).toHaveLength(1)
  })
})

describe('a popover', () => {
  const opener = () => screen.getByRole('button', { name: 'Open' })

  it('opens with the focus inside, and Escape gives it back', async () => {
    render(<Panel />)
    expect(opener().getAttribute('aria-expanded')).toBe('false')
    await userEvent.click(opener())
    expect(opener().getAttribute('aria-expanded')).toBe('true')
    expect(document.activeElement).toBe(screen.getByLabelText('inside'))
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(opener())
  })

  it('opens on the radio button that is chosen, not on the first', async () => {
    render(
      <Popover label="Letters" trigger={(props) => <button {...props}>Open</button>}>
        {() =>
          ['A', 'B'].map((name) => (
            <input key={name} type="radio" name="letter" aria-label={name} defaultChecked={name === 'B'} />
          ))
        }
      </Popover>,
    )
    await userEvent.click(opener())
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'B' }))
  })

  it('closes on a press outside, and lets that press do its work', async () => {
    const onOutside = vi.fn()
    render(<Panel onOutside={onOutside} />)
    await userEvent.click(opener())
    await userEvent.click(screen.getByText('Outside'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(onOutside).toHaveBeenCalledTimes(1)
  })

  it('closes by what is inside', async () => {
    render(<Panel />)
    await userEvent.click(opener())
    await userEvent.click(screen.getByText('Done'))
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a stage ring', () => {
  it('is decoration, and draws an empty stage without a slice', () => {
    const { container } = render(<StageRing lane="inbox" shape={{ kind: 'part', eighths: 0 }} />)
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
    expect(container.querySelector('path')).toBeNull()
  })

  it('draws half a disc for four eighths', () => {
    const { container } = render(<StageRing lane="qualified" shape={{ kind: 'part', eighths: 4 }} />)
    expect(container.querySelector('path')?.getAttribute('d')).toBe('M6.5 6.5V2.3A4.2 4.2 0 0 1 6.500 10.700Z')
  })
})
