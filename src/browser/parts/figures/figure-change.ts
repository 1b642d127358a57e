import { z95 } from './campaign-wilson.ts'
import type { Known } from './known-sum.ts'

/** Below so many leads, in either period, a share of them is noise: differences are counts. */
export const fewLeads = 20

/** How a figure stands to the same of the earlier period. */
export type FigureChange =
  | { readonly kind: 'unknown' }
  /** The leads have had less time than those before: the two are shown, not judged. */
  | { readonly kind: 'maturing'; readonly before: number }
  /** Too few to call a rate better or worse. */
  | { readonly kind: 'few'; readonly before: number }
  /** Nobody was there before: every growth from nothing looks great. */
  | { readonly kind: 'none-before' }
  | {
      readonly kind: 'changed'
      readonly before: number
      /** Now less before, in the figure's own unit. */
      readonly by: number
      /** The same of what was before; null where there are too few leads, or nothing was before. */
      readonly share: number | null
      /** True where two periods of the same kind would often differ as much: neither better nor worse is claimed. */
      readonly isChance: boolean
    }

export interface ChangeParts {
  readonly now: Known
  readonly before: Known
  /** The leads of both periods. */
  readonly leads: Known
  readonly leadsBefore: Known
  readonly isMaturing: boolean
  readonly isChance: boolean
}

export function figureChange({ now, before, leads, leadsBefore, isMaturing, isChance }: ChangeParts): FigureChange {
  if (leadsBefore === 0) return { kind: 'none-before' }
  if (now === null || before === null) return { kind: 'unknown' }
  if (isMaturing) return { kind: 'maturing', before }
  const by = now - before
  return {
    kind: 'changed',
    before,
    by,
    share: areFew(leads, leadsBefore) || before === 0 ? null : by / before,
    isChance,
  }
}

/** Unknown counts as few: nothing is claimed of them. */
export function areFew(leads: Known, leadsBefore: Known): boolean {
  return leads === null || leadsBefore === null || Math.min(leads, leadsBefore) < fewLeads
}

/** True where two counts lie so near that chance alone explains it: the difference of two Poisson counts has their sum as its variance. */
export function countsCouldBeChance(now: Known, before: Known): boolean {
  return now !== null && before !== null && Math.abs(now - before) <= z95 * Math.sqrt(now + before)
}
