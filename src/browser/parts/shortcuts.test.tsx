import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { writePreference } from './preference.ts'
import { singleKeysPreference, useShortcut, useShortcutList } from './shortcuts.tsx'

function Screen({ act }: { readonly act: () => void }) {
  useShortcut(['f', 'F2'], 'Filter', act)
  return (
    <>
      <input aria-label="text" />
      <input aria-label="tick" type="checkbox" />
      <select aria-label="choice" />
      <List />
    </>
  )
}

function List() {
  return <output>{useShortcutList().map((shortcut) => `${shortcut.keys.join('+')} ${shortcut.label}`)}</output>
}

function open() {
  const act = vi.fn()
  render(<Screen act={act} />)
  return act
}

afterEach(() => writePreference(singleKeysPreference, null))

describe('a single key', () => {
  it('acts, in either case, and takes the key for itself', () => {
    const act = open()
    expect(fireEvent.keyDown(document.body, { key: 'f' })).toBe(false)
    fireEvent.keyDown(document.body, { key: 'F' })
    fireEvent.keyDown(document.body, { key: 'F2' })
    expect(act).toHaveBeenCalledTimes(3)
    expect(fireEvent.keyDown(document.body, { key: 'g' })).toBe(true)
    expect(act).toHaveBeenCalledTimes(3)
  })

  it('never acts while somebody types or chooses', () => {
    const act = open()
    for (const name of ['text', 'choice']) fireEvent.keyDown(screen.getByLabelText(name), { key: 'f' })
    expect(act).not.toHaveBeenCalled()
    fireEvent.keyDown(screen.getByLabelText('tick'), { key: 'f' })
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('never fights the browser', () => {
    const act = open()
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey', 'isComposing']) {
      fireEvent.keyDown(document.body, { key: 'f', [modifier]: true })
    }
    expect(act).not.toHaveBeenCalled()
  })

  it('rests while a dialog or a menu is open', () => {
    const act = open()
    const dialog = document.createElement('div')
    dialog.setAttribute('role', 'dialog')
    document.body.append(dialog)
    fireEvent.keyDown(document.body, { key: 'f' })
    expect(act).not.toHaveBeenCalled()
    dialog.remove()
    fireEvent.keyDown(document.body, { key: 'f' })
    expect(act).toHaveBeenCalledTimes(1)
  })

  it('can be turned off', () => {
    const act = open()
    writePreference(singleKeysPreference, 'off')
    fireEvent.keyDown(document.body, { key: 'f' })
    expect(act).not.toHaveBeenCalled()
  })

  it('is listed as long as its screen is there', () => {
    const act = open()
    expect(screen.getByRole('status').textContent).toBe('f+F2 Filter')
    cleanup()
    render(<List />)
    expect(screen.getByRole('status').textContent).toBe('')
    fireEvent.keyDown(document.body, { key: 'f' })
    expect(act).not.toHaveBeenCalled()
  })
})
