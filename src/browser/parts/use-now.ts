import { useEffect, useState } from 'react'
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

/** Today in a zone (YYYY-MM-DD); changes at the zone's midnight. */
export function useToday(zone: string): string {
  const [day, setDay] = useState(() => todayIn(zone))
  useEffect(() => {
    setDay(todayIn(zone))
    const timer = setInterval(() => setDay(todayIn(zone)), 30_000)
    return () => clearInterval(timer)
  }, [zone])
  return day
}
