import type { Clock } from '../writes/clock.ts'

export interface Paced {
  ask(): void
  /** What was asked for and has not run does not run any more, nor anything after. */
  end(): void
}

/** A throttle: runs something at once when it is asked for, and then at most once in so many milliseconds; never not at all. */
export function createPaced(clock: Clock, everyMs: number, run: () => void): Paced {
  let notBefore = Number.NEGATIVE_INFINITY
  let cancel: (() => void) | undefined
  let ended = false
  function go(): void {
    cancel = undefined
    notBefore = clock.now() + everyMs
    run()
  }
  return {
    ask() {
      if (ended || cancel !== undefined) return
      const waitMs = notBefore - clock.now()
      if (waitMs > 0) cancel = clock.after(waitMs, go)
      else go()
    },
    end() {
      ended = true
      cancel?.()
    },
  }
}
