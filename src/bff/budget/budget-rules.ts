import type { Purpose } from '../upstream/upstream-call.ts'
import type { RollingWindow } from './rolling-window.ts'
import { type Shares, sharesOf } from './shares.ts'
import type { UpstreamCount } from './upstream-count.ts'

const people = ['write', 'screen'] as const satisfies readonly Purpose[]
const background = ['look', 'refresh', 'bulk'] as const satisfies readonly Purpose[]
export const everything = [...people, ...background] as const satisfies readonly Purpose[]

function isBackground(purpose: Purpose): boolean {
  return background.some((one) => one === purpose)
}

function groupOf(purpose: Purpose): readonly Purpose[] {
  return isBackground(purpose) ? background : people
}

export interface BudgetRules {
  /** How many more calls of a purpose may leave now, by every rule but a halt. */
  room(purpose: Purpose): number
  /** Epoch milliseconds at which there will be room for that many, as far as anybody can tell now. */
  roomAt(purpose: Purpose, calls: number): number
  /** Whether background calls that wait have not had what is theirs before anybody else's. */
  isBackgroundDue(): boolean
}

/** Who may leave, from what we sent and what the upstream counted (safety S21). Pure but for what it reads. */
export function createBudgetRules(
  window: RollingWindow,
  count: UpstreamCount,
  now: () => number,
  partOfLimit: () => number,
): BudgetRules {
  let shares = sharesOf(count.limit())

  function currentShares(): Shares {
    const limit = Math.max(1, Math.floor(count.limit() * partOfLimit()))
    if (shares.limit !== limit) shares = sharesOf(limit)
    return shares
  }

  /** Calls of ours in any window, whatever for. */
  function mostInAll(purpose: Purpose): number {
    const { limit } = currentShares()
    // What others take is theirs, yet they cannot lock us out on a guess: `left` tells when it is really gone.
    const ours = Math.max(1, limit - Math.min(count.others(), Math.floor(limit / 2)))
    return Math.max(1, ours - keptFrom(purpose))
  }

  /** Calls in any window of the group that a purpose belongs to. */
  function mostInGroup(purpose: Purpose): number {
    const { people: forPeople, background: forBackground, looksAlone } = currentShares()
    if (purpose === 'look') return forBackground
    return Math.max(1, isBackground(purpose) ? forBackground - looksAlone : forPeople - keptFrom(purpose))
  }

  /** Writes may take the last calls; of others only those in the background that have not had what is theirs. */
  function keptFrom(purpose: Purpose): number {
    const free = purpose === 'write' || (isBackground(purpose) && isBackgroundDue())
    return free ? 0 : currentShares().writesAlone
  }

  function isBackgroundDue(): boolean {
    return window.count(background) < currentShares().backgroundFirst
  }

  function leftFor(purpose: Purpose): number {
    return count.left() - keptFrom(purpose) - window.onTheirWay
  }

  return {
    room(purpose) {
      const inAll = mostInAll(purpose) - window.count(everything)
      const inGroup = mostInGroup(purpose) - window.count(groupOf(purpose))
      return Math.min(leftFor(purpose), inAll, inGroup)
    },
    roomAt(purpose, calls) {
      const group = groupOf(purpose)
      const over = window.count(everything) + calls - mostInAll(purpose)
      const overInGroup = window.count(group) + calls - mostInGroup(purpose)
      const resetAt = leftFor(purpose) < calls ? (count.resetAt() ?? now()) : now()
      return Math.max(resetAt, window.freeAt(over, everything), window.freeAt(overInGroup, group))
    },
    isBackgroundDue,
  }
}
