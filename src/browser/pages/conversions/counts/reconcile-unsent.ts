import type { Known } from '#parts/figures/known-sum.ts'

/** How the period's counts and the list, which is of all time, go together. */
export type Reconciliation =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same'; readonly count: number }
  /** The list holds this many events of leads created outside the period. */
  | { readonly kind: 'outside'; readonly count: number }
  /** The list cannot be the shorter one, nor differ over all time: the two were read at different moments. */
  | { readonly kind: 'apart'; readonly count: number }
  /** The list holds more, and was read at another moment: nobody can tell which of the two it is. */
  | { readonly kind: 'unclear'; readonly count: number }

export function reconcileUnsent(
  inPeriod: Known,
  inList: Known,
  isAllTime: boolean,
  isTogether: boolean,
): Reconciliation {
  if (inPeriod === null || inList === null) return { kind: 'unknown' }
  const more = inList - inPeriod
  if (more === 0) return { kind: 'same', count: inList }
  if (more < 0 || isAllTime) return { kind: 'apart', count: Math.abs(more) }
  return { kind: isTogether ? 'outside' : 'unclear', count: more }
}
