import { useSyncExternalStore } from 'react'

/** True while the browser itself says that it has no connection. */
export function useIsOffline(): boolean {
  return useSyncExternalStore(onConnection, () => !navigator.onLine)
}

function onConnection(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}
