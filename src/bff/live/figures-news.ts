import { readPolicies } from '#contract/read-policies.ts'
import type { Clock } from '../writes/clock.ts'

/**
 * Milliseconds from one telling to the next where figures have changed, at least, and where nothing was seen to, at most: a
 * delivery changes no lead. Where nobody is there both are longer (safety S27: idle, thirty calls in ten minutes for all).
 */
const everyMs = {
  active: { changed: readPolicies.summary.freshForMs, unasked: 5 * 60_000 },
  idle: { changed: 10 * 60_000, unasked: 10 * 60_000 },
} as const

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
  let on = false
  let haveChanged = false
  let areOld = false
  let toldAt = Number.NEGATIVE_INFINITY
  /** Since when somebody listens: who comes has just asked. */
  let heardSince = 0
  let cancel: () => void = () => undefined

  function tellNow(): void {
    // Not before: what is fresh stays so until all are told.
    if (areOld) touch()
    areOld = false
    haveChanged = false
    toldAt = clock.now()
    tell()
    plan()
  }

  function plan(): void {
    cancel()
    if (!on) return
    const { changed, unasked } = everyMs[isActive() ? 'active' : 'idle']
    const dueAt = haveChanged ? toldAt + changed : Math.max(toldAt, heardSince) + unasked
    if (haveChanged && dueAt <= clock.now()) tellNow()
    else cancel = clock.after(dueAt - clock.now(), tellNow)
  }

  return {
    ask(old) {
      areOld ||= old
      haveChanged = true
      if (on) plan()
      else tellNow()
    },
    turn(isOn) {
      if (isOn) heardSince = clock.now()
      on = isOn
      plan()
    },
    plan,
    end() {
      on = false
      cancel()
    },
  }
}
