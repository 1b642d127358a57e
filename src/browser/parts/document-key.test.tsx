import { fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { isSendKey, useDocumentKey } from './document-key.ts'

const send = vi.fn()
afterEach(() => send.mockReset())

function Form({ isAsking = false }: { readonly isAsking?: boolean }) {
  useDocumentKey(isSendKey, send)
  return (
    <>
      <input aria-label="name" />
      <input aria-label="own" onKeyDown={(event) => event.preventDefault()} />
      {isAsking && <dialog open>Sure?</dialog>}
    </>
  )
}

const press = (label: string, init: KeyboardEventInit) => fireEvent.keyDown(screen.getByLabelText(label), init)

it('acts on Ctrl or Cmd with Enter from anywhere, and on nothing else', () => {
  render(<Form />)
  press('name', { key: 'Enter' })
  press('name', { key: 's', ctrlKey: true })
  expect(send).not.toHaveBeenCalled()
  press('name', { key: 'Enter', ctrlKey: true })
  fireEvent.keyDown(document.body, { key: 'Enter', metaKey: true })
  expect(send).toHaveBeenCalledTimes(2)
})

it('leaves the key to a composition, to a control that took it, and to an open dialog', () => {
  const { rerender } = render(<Form />)
  press('name', { key: 'Enter', ctrlKey: true, isComposing: true })
  press('own', { key: 'Enter', ctrlKey: true })
  rerender(<Form isAsking />)
  press('name', { key: 'Enter', ctrlKey: true })
  expect(send).not.toHaveBeenCalled()
})
