import { readPolicies } from '#contract/read-policies.ts'
import type { Clock } from '../writes/clock.ts'
import { createPaced } from './paced.ts'

/**
 * Figures are asked for anew after so long, in milliseconds, whatever was seen: a delivery changes no lead. Where nobody is
 * there, later (safety S27).
 */
const atLeastEveryMs = { active: 5 * 60_000, idle: 10 * 60_000 } as const

export interface FiguresNews {
  /** Figures have changed. `areOld`: what is kept of them may be from before. */
  ask(areOld: boolean): void
  /** Whether anybody listens. */
  turn(on: boolean): void
  /** Plans anew: somebody is there again. */
  plan(): void
  end(): void
}

/**
 * When browsers are told to ask for figures again: at once, but no more often than those count as fresh. Told by one clock,
 * all ask at the same time, so that a question is one call however many ask it.
 */
export function createFiguresNews({
  clock,
  isActive,
  touch,
  tell,
}: {
  readonly clock: Clock
  readonly isActive: () => boolean
  /** Ends the fresh time of what is kept. */
  readonly touch: () => void
  readonly tell: () => void
}): FiguresNews {
  let areOld = false
  let on = false
  let toldAt = 0
  let cancel: () => void = () => undefined

  const paced = createPaced(clock, readPolicies.summary.freshForMs, () => {
    tellNow()
    plan()
  })

  function tellNow(): void {
    // Not before: what is fresh stays so until all are told.
    if (areOld) touch()
    areOld = false
    toldAt = clock.now()
    tell()
  }

  function plan(): void {
    cancel()
    if (!on) return
    const everyMs = isActive() ? atLeastEveryMs.active : atLeastEveryMs.idle
    cancel = clock.after(toldAt + everyMs - clock.now(), paced.ask)
  }

  return {
    ask(old) {
      areOld ||= old
      if (on) paced.ask()
      else tellNow()
    },
    turn(isOn) {
      // Who comes has just asked.
      if (isOn) toldAt = clock.now()
      on = isOn
      plan()
    },
    plan,
    end() {
      cancel()
      paced.end()
    },
  }
}
