import type { Purpose } from '../upstream/upstream-call.ts'
import type { RollingWindow } from './rolling-window.ts'
import { sharesOf } from './shares.ts'
import type { UpstreamCount } from './upstream-count.ts'

const people = ['write', 'screen'] as const satisfies readonly Purpose[]
const background = ['refresh', 'bulk'] as const satisfies readonly Purpose[]
export const everything = [...people, ...background] as const satisfies readonly Purpose[]

export function isBackground(purpose: Purpose): boolean {
  return purpose === 'refresh' || purpose === 'bulk'
}

export interface BudgetRules {
  /** How many more calls of a purpose may leave now, by every rule but a halt. */
  room(purpose: Purpose): number
  /** Epoch milliseconds at which there will be room for that many, as far as anybody can tell now. */
  roomAt(purpose: Purpose, calls: number): number
  /** Whether background calls that wait have not had what is theirs before anybody else's. */
  isBackgroundDue(): boolean
}

/** One rule: of these purposes no more than so many in any window. */
type Rule = readonly [of: readonly Purpose[], most: number]

/** Who may leave, from what we sent and what the upstream counted (safety S21). Pure but for what it reads. */
export function createBudgetRules(window: RollingWindow, count: UpstreamCount, now: () => number): BudgetRules {
  function rules(purpose: Purpose): readonly Rule[] {
    const shares = sharesOf(count.limit())
    // What others take is theirs, yet they cannot lock us out on a guess: `left` tells when it is really gone.
    const ours = Math.max(1, shares.limit - Math.min(count.others(), Math.floor(shares.limit / 2)))
    const kept = keptFromIt(purpose)
    const total: Rule = [everything, Math.max(1, ours - kept)]
    if (isBackground(purpose)) return [total, [background, shares.background]]
    return [total, [people, Math.max(1, shares.people - kept)]]
  }

  /** Writes may take the last calls; of others only those in the background that have not had what is theirs. */
  function keptFromIt(purpose: Purpose): number {
    const free = purpose === 'write' || (isBackground(purpose) && isBackgroundDue())
    return free ? 0 : sharesOf(count.limit()).writesAlone
  }

  function isBackgroundDue(): boolean {
    return window.count(background) < sharesOf(count.limit()).backgroundFirst
  }

  function leftFor(purpose: Purpose): number {
    return count.left() - keptFromIt(purpose) - window.onTheirWay
  }

  return {
    room(purpose) {
      let least = leftFor(purpose)
      for (const [of, most] of rules(purpose)) least = Math.min(least, most - window.count(of))
      return least
    },
    roomAt(purpose, calls) {
      let at = now()
      if (leftFor(purpose) < calls) at = Math.max(at, count.resetAt() ?? at)
      for (const [of, most] of rules(purpose)) {
        at = Math.max(at, window.freeAt(window.count(of) + calls - most, of))
      }
      return at
    },
    isBackgroundDue,
  }
}
