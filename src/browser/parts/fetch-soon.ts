import { useEffect } from 'react'
import type { LatePart } from './late-part.ts'

/** How long after a page is there, in milliseconds: it has its rows by then, and nobody has asked for the rest. */
const afterMs = 1000

/** Fetches code that will be needed before it is: the first use is then as quick as the next, and works offline. */
export function useFetchSoon(part: Pick<LatePart<never>, 'fetch'>): void {
  useEffect(() => {
    const timer = setTimeout(() => void part.fetch(), afterMs)
    return () => clearTimeout(timer)
  }, [part])
}
