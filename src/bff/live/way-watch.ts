import type { LiveEvent } from '#contract/live.ts'
import type { Clock } from '../writes/clock.ts'

/** Milliseconds from one look at the way to the next, so that its events are at least so far apart. */
const lookAfterMs = 2000
/** Parts of the limit by which counts are told: each single call would be an event. */
const steps = 10

export type WayEvent = Extract<LiveEvent, { kind: 'way' }>

/** Tells how the way to the upstream stands when that has changed, as long as somebody listens. */
export function createWayWatch(clock: Clock, read: () => WayEvent, tell: (event: WayEvent) => void) {
  let told = ''
  let cancel: () => void = () => undefined

  function look(): void {
    const now = read()
    if (coarse(now) !== told) {
      told = coarse(now)
      tell(now)
    }
    cancel = clock.after(lookAfterMs, look)
  }

  return {
    turn(on: boolean): void {
      cancel()
      if (!on) return
      // Whoever comes first is told how it stands as a greeting.
      told = coarse(read())
      cancel = clock.after(lookAfterMs, look)
    },
  }
}

/** What is worth an event: countdowns run by themselves. */
function coarse({ budget: { limit, left, others }, breaker: { state }, keyRefused, pollEveryMs }: WayEvent): string {
  const step = Math.max(1, (limit ?? 0) / steps)
  return JSON.stringify([limit, Math.floor(left / step), Math.floor(others / step), state, keyRefused, pollEveryMs])
}
