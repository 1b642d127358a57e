import { useSyncExternalStore } from 'react'

/** What a person set for this browser. No personal data is ever kept here (safety S18). */
const prefix = 'konektor.'
const listeners = new Set<() => void>()

/** Reads a preference; null where there is none or storage is blocked. */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return null
  }
}

/** Keeps a preference for this browser; null forgets it. */
export function writePreference(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, value)
  } catch {
    // Storage is blocked: the default stays.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}

/** A preference that follows changes in this tab and in others. */
export function usePreference(name: string): string | null {
  return useSyncExternalStore(subscribe, () => readPreference(name))
}
