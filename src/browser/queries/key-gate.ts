import { useSyncExternalStore } from 'react'

/** Once Konektor refuses the key, nothing more is asked until a person says so (safety S11). */
let refused = false
const listeners = new Set<() => void>()

export function isKeyRefused(): boolean {
  return refused
}

export function closeKeyGate(): void {
  set(true)
}

export function openKeyGate(): void {
  set(false)
}

function set(value: boolean): void {
  if (refused === value) return
  refused = value
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** True while the key is known to be refused: the shell shows one banner. */
export function useKeyRefused(): boolean {
  return useSyncExternalStore(subscribe, isKeyRefused)
}
