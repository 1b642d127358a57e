import { useEffect, useEffectEvent } from 'react'

/**
 * Listens for keys wherever the focus is, for those that type nothing and so cannot be turned off: Escape, Ctrl+Enter.
 * Silent where something nearer took the key, while a composition is under way, and while a dialog is open.
 */
export function useDocumentKey(isKey: (event: KeyboardEvent) => boolean, act: () => void): void {
  const run = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !isKey(event)) return
    if (document.querySelector('dialog[open]') !== null) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => run(event)
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Ctrl or Cmd with Enter: saves or sends. */
export function isSendKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.ctrlKey || event.metaKey)
}

export function isEscape(event: KeyboardEvent): boolean {
  return event.key === 'Escape'
}
