import { readPolicies } from '#contract/read-policies.ts'
import type { Clock } from '../writes/clock.ts'
import { createPaced } from './paced.ts'

/** Figures are asked for anew after so long, in milliseconds, whatever was seen: deliveries change no lead (safety S27). */
const atLeastEveryMs = 5 * 60_000

export interface FiguresNews {
  /** Figures have changed. `areOld`: what is kept of them may be from before. */
  ask(areOld: boolean): void
  /** Whether anybody listens. */
  turn(on: boolean): void
  end(): void
}

/**
 * When browsers are told to ask for figures again: at once, but no more often than those count as fresh. Told by one clock,
 * all ask at the same time, so that a question is one call however many ask it.
 */
export function createFiguresNews({
  clock,
  touch,
  tell,
}: {
  readonly clock: Clock
  /** Ends the fresh time of what is kept. */
  readonly touch: () => void
  readonly tell: () => void
}): FiguresNews {
  let areOld = false
  let on = false
  let cancel: () => void = () => undefined

  const paced = createPaced(clock, readPolicies.summary.freshForMs, () => {
    // Not before: what is fresh stays so until all are told.
    if (areOld) touch()
    areOld = false
    tell()
    plan()
  })

  function plan(): void {
    cancel()
    if (on) cancel = clock.after(atLeastEveryMs, paced.ask)
  }

  return {
    ask(old) {
      areOld ||= old
      paced.ask()
    },
    turn(isOn) {
      on = isOn
      plan()
    },
    end() {
      cancel()
      paced.end()
    },
  }
}
