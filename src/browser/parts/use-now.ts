import { useEffect, useState, useSyncExternalStore } from 'react'
import { todayIn } from '#queries/period.ts'

/** Epoch milliseconds, renewed every `everyMs` while the tab is visible. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setNow(Date.now())
    }, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}

/** Today in a zone (YYYY-MM-DD); changes at the zone's midnight, and at once with the zone. */
export function useToday(zone: string): string {
  return useSyncExternalStore(everyHalfMinute, () => todayIn(zone))
}

function everyHalfMinute(look: () => void): () => void {
  const timer = setInterval(look, 30_000)
  return () => clearInterval(timer)
}
