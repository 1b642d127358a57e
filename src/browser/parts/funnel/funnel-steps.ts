import type { FunnelEntry } from '#contract/analytics.ts'
import { leadStatuses } from '#contract/vocabularies.ts'
import { type Known, knownCount, knownShare, knownSum } from '../figures/known-sum.ts'

/** What surely holds, and what can hold at most; equal where it is exact. */
export interface Bounds {
  readonly low: number
  readonly high: number
}

export interface StatusCount {
  readonly status: string
  readonly count: Known
  /** Share of the leads (visits are not leads), 0 to 1; unknown for visits. */
  readonly ofLeads: Known
  /** Konektor's own figure: the share of all, visits included, 0 to 1. */
  readonly ofAll: Known
}

export interface FunnelStep {
  readonly status: string
  /** Leads that reached this stage or a further one; null where a count is unknown. */
  readonly reached: Bounds | null
  /** Of the leads that reached the step before, 0 to 1; null for the first step and where nobody did. */
  readonly fromPrevious: Bounds | null
  /** Of all leads, 0 to 1. */
  readonly ofLeads: Bounds | null
}

export interface Funnel {
  /** All leads but visits, lost included: the base of every share. */
  readonly leads: Known
  readonly visits: StatusCount
  /** Present stages from New to Won, then Lost, then statuses that nobody listed. */
  readonly now: readonly StatusCount[]
  readonly steps: readonly FunnelStep[]
  /** Leads that reached a stage or a further one, for every stage, drawn or not. */
  readonly reached: ReadonlyMap<string, Bounds | null>
  /** Stages that no lead is at: they would repeat the next one, so no step is drawn. */
  readonly unused: readonly string[]
  readonly won: Known
  readonly lost: Known
  /** Leads in statuses that nobody listed. */
  readonly elsewhere: Known
}

/** The way of a lead, from its first act to the sale. */
const stages: readonly string[] = leadStatuses.filter((status) => status !== 'pageview' && status !== 'lost')
const known: ReadonlySet<string> = new Set(leadStatuses)
const first = 'new'
const last = 'won'

/**
 * Reads the funnel's present counts (any subset, any order) as steps. Konektor keeps each lead's present stage, not its
 * history, so "reached" is inferred: a lead further along has passed the earlier stages; where a lost lead (or one in a
 * status of an unknown place) stopped is not recorded, so it may have reached any stage but Won. Every one of them is a
 * lead, so New is exact. Statuses that `beside` (the previous period) has leads at are drawn too: a stage that fell to
 * nothing must be seen.
 */
export function readFunnel(entries: readonly FunnelEntry[], beside: readonly FunnelEntry[] = []): Funnel {
  const counts = new Map<string, Known>()
  const shares = new Map<string, Known>()
  for (const { status, count, percentage } of entries) {
    const share = knownCount(percentage)
    add(counts, status, knownCount(count))
    add(shares, status, share === null ? null : share / 100)
  }
  const countOf = (status: string): Known => (counts.has(status) ? (counts.get(status) ?? null) : 0)
  const besides = new Set(beside.flatMap(({ status, count }) => (count === 0 ? [] : [status])))
  const others = [...new Set([...counts.keys(), ...besides])].filter((status) => !known.has(status)).sort()
  const drawn = stages.filter(
    (stage) => stage === first || stage === last || countOf(stage) !== 0 || besides.has(stage),
  )

  const lost = countOf('lost')
  const elsewhere = knownSum(others.map(countOf))
  const leads = knownSum([...stages.map(countOf), lost, elsewhere])
  const unplaced = knownSum([lost, elsewhere])
  const reached = new Map(
    stages.map((stage, at) => [stage, reachedBounds(stage, knownSum(stages.slice(at).map(countOf)), leads, unplaced)]),
  )
  const statusCount = (status: string): StatusCount => ({
    status,
    count: countOf(status),
    ofLeads: status === 'pageview' ? null : knownShare(countOf(status), leads),
    ofAll: shares.has(status) ? (shares.get(status) ?? null) : 0,
  })
  return {
    leads,
    visits: statusCount('pageview'),
    now: [...drawn, ...(counts.has('lost') || besides.has('lost') ? ['lost'] : []), ...others].map(statusCount),
    steps: stepsOf(drawn, reached, leads),
    reached,
    unused: stages.filter((stage) => !drawn.includes(stage)),
    won: countOf(last),
    lost,
    elsewhere,
  }
}

function stepsOf(drawn: readonly string[], reachedBy: Funnel['reached'], leads: Known): readonly FunnelStep[] {
  const steps: FunnelStep[] = []
  for (const status of drawn) {
    const reached = reachedBy.get(status) ?? null
    const previous = steps.at(-1)
    steps.push({
      status,
      reached,
      fromPrevious: previous === undefined ? null : rateBounds(previous.reached, reached, status),
      ofLeads: reached === null || leads === null || leads === 0 ? null : divide(reached, leads),
    })
  }
  return steps
}

function reachedBounds(status: string, atLeast: Known, leads: Known, unplaced: Known): Bounds | null {
  if (status === first) return leads === null ? null : { low: leads, high: leads }
  if (atLeast === null) return null
  if (status === last) return { low: atLeast, high: atLeast }
  return unplaced === null ? null : { low: atLeast, high: atLeast + unplaced }
}

/**
 * How many of those who reached `b` reached `a`. The unplaced leads weigh least where they stopped at `b`, most where
 * they came to `a`; a lost lead was not won, so into Won it can only lengthen the way, and out of New (which all
 * reached) only `a` is in doubt.
 */
function rateBounds(b: Bounds | null, a: Bounds | null, status: string): Bounds | null {
  if (a === null || b === null || b.high === 0 || (status === last && b.low === 0)) return null
  if (b.low === b.high) return divide(a, b.low)
  return { low: a.low / b.high, high: status === last ? a.high / b.low : a.high / b.high }
}

function divide(bounds: Bounds, by: number): Bounds {
  return { low: bounds.low / by, high: bounds.high / by }
}

function add(sums: Map<string, Known>, key: string, value: Known): void {
  sums.set(key, sums.has(key) ? knownSum([sums.get(key) ?? null, value]) : value)
}
