import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { type LiveLink, liveLink, onLiveLink } from '../live-link.ts'
import { startLive } from './live-layer.ts'

/** Lets news come for as long as what calls it is drawn. */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => startLive(client), [client])
}

/** How news come at the moment. */
export function useLiveLink(): LiveLink {
  return useSyncExternalStore(onLiveLink, liveLink)
}
