import type { LiveEvent } from '#contract/live.ts'
import type { Clock } from '../writes/clock.ts'

/** Milliseconds from one look at the way to the next, so that its events are at least so far apart. */
const lookAfterMs = 2000
/** Parts of the limit by which counts are told: each single call would be an event. */
const steps = 10
/** An end that moves by more than this is another halt and not the rounding of the same, in milliseconds. */
const anotherHaltMs = 5_000

export type WayEvent = Extract<LiveEvent, { kind: 'way' }>

/** Tells how the way to the upstream stands when that has changed, as long as somebody listens. */
export function createWayWatch(clock: Clock, read: () => WayEvent, tell: (event: WayEvent) => void) {
  let told = ''
  let toldEnd = 0
  let cancel: () => void = () => undefined

  function look(): void {
    const now = read()
    if (coarse(now) !== told || Math.abs(endOfHalt(now) - toldEnd) > anotherHaltMs) {
      note(now)
      tell(now)
    }
    cancel = clock.after(lookAfterMs, look)
  }

  function note(way: WayEvent): void {
    told = coarse(way)
    toldEnd = endOfHalt(way)
  }

  /** Epoch milliseconds at which what holds up everything is over, 0 for nothing. One halt may follow another without a gap. */
  function endOfHalt({ budget: { left, resetsInS }, breaker }: WayEvent): number {
    const inS = breaker.state === 'open' ? breaker.probeInS : left === 0 ? resetsInS : null
    return inS === null ? 0 : clock.now() + inS * 1000
  }

  return {
    turn(on: boolean): void {
      cancel()
      if (!on) return
      // Whoever comes first is told how it stands as a greeting.
      note(read())
      cancel = clock.after(lookAfterMs, look)
    },
  }
}

/** What is worth an event: countdowns run by themselves. */
function coarse({ budget, breaker: { state }, keyRefused, pollEveryMs }: WayEvent): string {
  const { limit, left, leftToRead, others } = budget
  const step = Math.max(1, (limit ?? 0) / steps)
  const counts = [Math.floor(left / step), leftToRead === 0, Math.floor(others / step)]
  return JSON.stringify([limit, counts, state, keyRefused, pollEveryMs])
}
