import { liveTimes } from '#contract/live.ts'
import { purposeOf, type Wrapper } from '../upstream/upstream-call.ts'
import type { Clock } from '../writes/clock.ts'

export interface Activity {
  /** Around what people ask for: a read for the screen or a write is a sign, a refresh is none. */
  readonly wrap: Wrapper
  note(): void
  /** Somebody is at a browser of another server. */
  hear(): void
  isActive(): boolean
}

/** Whether a person is at any of the browsers. `began` is called when somebody is there again, `noted` at each sign here. */
export function createActivity(clock: Clock, began: () => void, noted?: () => void): Activity {
  let until = Number.NEGATIVE_INFINITY
  const isActive = () => clock.now() < until
  function note(): void {
    noted?.()
    hear()
  }
  function hear(): void {
    const wasActive = isActive()
    until = clock.now() + liveTimes.presentForMs
    if (!wasActive) began()
  }
  return {
    wrap: (next) => (call) => {
      const purpose = purposeOf(call)
      if (purpose === 'write' || purpose === 'screen') note()
      return next(call)
    },
    note,
    hear,
    isActive,
  }
}
