import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { readPreference } from './preference.ts'

/** A single key of the present screen, and what it does in words (for the list under `?`). */
export interface Shortcut {
  readonly keys: readonly string[]
  readonly label: string
}

let registered: readonly Shortcut[] = []
const listeners = new Set<() => void>()

function change(next: readonly Shortcut[]): void {
  registered = next
  for (const listener of listeners) listener()
}

/** The keys that work right now, for the help dialog. */
export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => registered,
  )
}

/** What works at this moment: whoever shows it in a dialog takes the focus, and with it some keys, away. */
export function shortcutsNow(): readonly Shortcut[] {
  return registered
}

/** Lists keys that something else listens for: Enter on a row, Space on a card. */
export function useKeyHint(keys: readonly string[], label: string): void {
  const id = keys.join(' ')
  useEffect(() => {
    if (id === '') return
    const shortcut: Shortcut = { keys: id.split(' '), label }
    change([...registered, shortcut])
    return () => change(registered.filter((other) => other !== shortcut))
  }, [id, label])
}

/** Single keys can be turned off as a whole (WCAG 2.1.4). */
export const singleKeysPreference = 'single-keys'

export function singleKeysAreOn(): boolean {
  return readPreference(singleKeysPreference) !== 'off'
}

/**
 * Runs `act` on a single key. Never while somebody types, holds a modifier, composes or has a dialog open.
 * `keys` are `KeyboardEvent.key` values; letters match in either case. Without keys it neither listens nor is listed.
 */
export function useShortcut(keys: readonly string[], label: string, act: (event: KeyboardEvent) => void): void {
  const id = keys.join(' ')
  useKeyHint(keys, label)
  const run = useEffectEvent((event: KeyboardEvent) => {
    if (keys.some((key) => key.toLowerCase() === event.key.toLowerCase()) && isFree(event)) {
      event.preventDefault()
      act(event)
    }
  })
  useEffect(() => {
    if (id === '') return
    const onKeyDown = (event: KeyboardEvent) => run(event)
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [id])
}

function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  if (!singleKeysAreOn()) return false
  if (
    document.querySelector('dialog[open], [role="dialog"]:not([data-panel]), [role="menu"], [role="listbox"]') !== null
  )
    return false
  const target = event.target
  if (!(target instanceof HTMLElement)) return true
  return !(target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
}
