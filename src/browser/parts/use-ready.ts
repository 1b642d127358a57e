import { useEffect, useSyncExternalStore } from 'react'
import { useFetchSoon } from './fetch-soon.ts'
import type { LatePart } from './late-part.ts'

/**
 * True once a late part that is wanted is there, or a try to fetch it has failed: what it fills opens then and not empty,
 * so that the focus finds its place inside.
 */
export function useReady<Props>(part: LatePart<Props>, isWanted: boolean): boolean {
  useFetchSoon(part)
  useEffect(() => {
    if (isWanted) void part.fetch()
  }, [isWanted, part])
  const component = useSyncExternalStore(part.subscribe, part.component)
  const hasFailed = useSyncExternalStore(part.subscribe, part.hasFailed)
  return isWanted && (component !== null || hasFailed)
}
