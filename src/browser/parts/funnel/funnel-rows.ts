import { type LeadStatus, leadStatuses } from '#contract/vocabularies.ts'
import type { FunnelBar } from '#ui/charts/funnel-bar.ts'
import type { Bounds, Funnel } from './funnel-steps.ts'

export const funnelModes = ['now', 'reached'] as const
export type FunnelMode = (typeof funnelModes)[number]

/** A row as it is drawn: the bar and the numbers beside it. */
export interface FunnelRow {
  readonly status: string
  /** The status to filter leads by; undefined for one that nobody listed, which the API cannot filter by. */
  readonly linked: LeadStatus | undefined
  readonly bar: FunnelBar
  readonly count: Bounds | null
  /** The same of the previous period; undefined where none is shown. */
  readonly before: Bounds | null | undefined
  readonly fromPrevious: Bounds | null
  readonly ofLeads: Bounds | null
  /** Konektor's own share of all, visits included. */
  readonly ofAll: number | null
  /** Visits are no leads: they have no share of them. */
  readonly isVisits: boolean
}

/**
 * Rows of a funnel in a mode, from the first stage to the last; visits stand above them where they are shown. `previous`
 * is the funnel of the previous period, null where none is shown.
 */
export function funnelRows(
  funnel: Funnel,
  mode: FunnelMode,
  showsVisits: boolean,
  previous: Funnel | null = null,
): readonly FunnelRow[] {
  const ofAll = new Map(funnel.now.map((row) => [row.status, row.ofAll]))
  const rows =
    mode === 'reached'
      ? funnel.steps.map((step) => ({ ...step, count: step.reached }))
      : funnel.now.map((row) => ({
          status: row.status,
          count: exact(row.count),
          fromPrevious: null,
          ofLeads: exact(row.ofLeads),
        }))
  const visits = { status: 'pageview', count: exact(funnel.visits.count), fromPrevious: null, ofLeads: null }
  return (showsVisits ? [visits, ...rows] : rows).map(({ status, count, fromPrevious, ofLeads }) => {
    const before = previous === null ? undefined : countBefore(previous, mode, status)
    return {
      status,
      linked: leadStatuses.find((one) => one === status),
      bar: {
        id: status,
        ...barParts(count),
        isAside: status === 'pageview',
        before: before === undefined ? null : barParts(before),
      },
      count,
      before,
      fromPrevious,
      ofLeads,
      ofAll: status === 'pageview' ? funnel.visits.ofAll : (ofAll.get(status) ?? null),
      isVisits: status === 'pageview',
    }
  })
}

/** The number that fills the width: the longest bar. */
export function fullBar(rows: readonly FunnelRow[]): number {
  return Math.max(
    0,
    ...rows.map(({ bar }) => bar.certain + bar.possible),
    ...rows.map(({ bar }) => (bar.before === null ? 0 : bar.before.certain + bar.before.possible)),
  )
}

function barParts(count: Bounds | null): { readonly certain: number; readonly possible: number } {
  return { certain: count?.low ?? 0, possible: count === null ? 0 : count.high - count.low }
}

/** A status that the previous period's answer leaves out held nobody. */
function countBefore(previous: Funnel, mode: FunnelMode, status: string): Bounds | null {
  if (status === 'pageview') return exact(previous.visits.count)
  const row = previous.now.find((one) => one.status === status)
  if (mode === 'now') return exact(row === undefined ? 0 : row.count)
  return previous.reached.get(status) ?? null
}

function exact(value: number | null): Bounds | null {
  return value === null ? null : { low: value, high: value }
}
