import { knownCount } from '#parts/figures/known-sum.ts'
import type { BoardCard } from './board-columns.ts'

export interface CardsSum {
  /** Of the estimated values that are known; null where none is. */
  readonly sum: number | null
  /** Cards whose value nobody knows: not counted as zero. */
  readonly withoutValue: number
}

/** What the loaded cards of a column are worth; ghosts are on their way out and do not count. */
export function cardsSum(cards: readonly BoardCard[]): CardsSum {
  let sum: number | null = null
  let withoutValue = 0
  for (const { lead, isGhost } of cards) {
    if (isGhost) continue
    const value = knownCount(lead.estimatedValue)
    if (value === null) withoutValue += 1
    else sum = (sum ?? 0) + value
  }
  return { sum, withoutValue }
}
