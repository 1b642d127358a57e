import type { PeriodQuery } from '#contract/analytics.ts'

interface Asked {
  readonly queryKey: readonly unknown[]
}

/**
 * For questions that move on with the quarter hour: what was answered a moment ago stays until the new answer is there. Only
 * where the window begins at the same moment: figures of another period must never stand under this one's name.
 */
export function keepOverQuarter(query: PeriodQuery | null) {
  return <T>(answered: T | undefined, before: Asked | undefined): T | undefined => {
    const asked = before?.queryKey[1] as PeriodQuery | null | undefined
    return query?.from !== undefined && asked?.from === query.from ? answered : undefined
  }
}
