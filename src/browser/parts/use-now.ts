import { useSyncExternalStore } from 'react'
import { todayIn } from '#queries/period.ts'
import { quarterHour } from '#queries/quarter-hour.ts'
import { onServerClock, serverAheadMs, serverNow } from '#queries/server-clock.ts'

interface Clock {
  readonly now: () => number
  readonly subscribe: (listener: () => void) => () => void
}

/** One clock a pace, whoever looks: two places that count the same seconds show the same number. */
const clocks = new Map<number, Clock>()

function clockOf(everyMs: number): Clock {
  const known = clocks.get(everyMs)
  if (known !== undefined) return known
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | null = null
  let now = Date.now()
  const tick = () => {
    if (document.visibilityState !== 'visible') return
    now = Date.now()
    for (const listener of listeners) listener()
  }
  const clock: Clock = {
    // While nobody listens it stands still: who looks first sets it. A few milliseconds may pass between two looks.
    now: () => {
      if (timer === null && Math.abs(Date.now() - now) > 50) now = Date.now()
      return now
    },
    subscribe: (listener) => {
      listeners.add(listener)
      timer ??= setInterval(tick, everyMs)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0 || timer === null) return
        clearInterval(timer)
        timer = null
      }
    },
  }
  clocks.set(everyMs, clock)
  return clock
}

/** Epoch milliseconds, renewed every `everyMs` while the tab is visible. */
export function useNow(everyMs: number): number {
  const clock = clockOf(everyMs)
  return useSyncExternalStore(clock.subscribe, clock.now)
}

/** The same by the server's clock, which dates what the server has seen. */
export function useServerNow(everyMs: number): number {
  return useNow(everyMs) + useSyncExternalStore(onServerClock, serverAheadMs)
}

/** Today in a zone (YYYY-MM-DD); changes at the zone's midnight, and at once with the zone. */
export function useToday(zone: string): string {
  return useSyncExternalStore(everyHalfMinute, () => todayIn(zone))
}

/** The present quarter hour by the server's clock, in epoch milliseconds. */
export function useQuarterHour(): number {
  return useSyncExternalStore(everyHalfMinute, () => quarterHour(serverNow()))
}

function everyHalfMinute(look: () => void): () => void {
  // A hidden tab asks nothing (safety S27): it looks when it is shown again.
  const lookIfShown = () => {
    if (document.visibilityState === 'visible') look()
  }
  const timer = setInterval(lookIfShown, 30_000)
  const deafen = onServerClock(lookIfShown)
  document.addEventListener('visibilitychange', lookIfShown)
  return () => {
    clearInterval(timer)
    deafen()
    document.removeEventListener('visibilitychange', lookIfShown)
  }
}
