import { useEffect } from 'react'

/** How long after a page is there, in milliseconds: it has its rows by then, and nobody has asked for the rest. */
const afterMs = 1000

/** Fetches code that will be needed before it is: the first use is then as quick as the next, and works offline. */
export function useFetchSoon(load: () => Promise<unknown>): void {
  useEffect(() => {
    // A failure is told where the code is used.
    const timer = setTimeout(() => void load().catch(() => undefined), afterMs)
    return () => clearTimeout(timer)
  }, [load])
}
