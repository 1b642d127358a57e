import type { Status } from '#contract/status.ts'

type BudgetSeen = NonNullable<Status['budget']>

/** Below this part of the limit it is worth a look. */
const lowShare = 0.2
/** Without news a count is of a minute that is over, in milliseconds. */
const countsForMs = 60_000

export interface BudgetFacts {
  readonly left: number
  readonly limit: number
  readonly others: number
  readonly isLow: boolean
  /** True where nothing more can be read: what is left is kept for writes. */
  readonly isKept: boolean
}

/** What can be said of the minute that runs now; null where the limit is not known, or the news are too old to say. */
export function budgetFacts(budget: BudgetSeen | undefined, ageMs: number, isLive: boolean): BudgetFacts | null {
  if (budget === undefined || budget.limit === null || (!isLive && ageMs > countsForMs)) return null
  const left = Math.max(0, Math.min(budget.left, budget.limit))
  const isKept = left > 0 && budget.leftToRead === 0
  return { left, limit: budget.limit, others: budget.others, isLow: isKept || left < budget.limit * lowShare, isKept }
}

export interface WayHalt {
  readonly why: 'used-up' | 'silent'
  /** Epoch milliseconds at which it goes on, or is tried again. */
  readonly until: number
}

/** What holds up every question to Konektor; null while nothing does, or where nobody knows until when. */
export function wayHalt({ budget, breaker }: Pick<Status, 'budget' | 'breaker'>, asOf: number): WayHalt | null {
  if (breaker?.state === 'open') return { why: 'silent', until: asOf + (breaker.probeInS ?? 0) * 1000 }
  if (budget === undefined || budget.left > 0 || budget.resetsInS === null) return null
  return { why: 'used-up', until: asOf + budget.resetsInS * 1000 }
}
