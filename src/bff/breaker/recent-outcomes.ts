import { breakerRules } from './breaker-rules.ts'

/** Outcomes within so many milliseconds are counted as one lot: a bound on memory. */
const lotMs = 1000

/** How the calls of the last seconds ended. */
export function createRecentOutcomes(now: () => number) {
  let lots: { readonly from: number; all: number; failed: number }[] = []
  let failedInARow = 0

  return {
    note(isWell: boolean): void {
      const at = now()
      failedInARow = isWell ? 0 : failedInARow + 1
      let lot = lots.at(-1)
      if (lot === undefined || at - lot.from >= lotMs) {
        lot = { from: at, all: 0, failed: 0 }
        lots = [...lots.filter(({ from }) => at - from < breakerRules.withinMs), lot]
      }
      lot.all += 1
      if (!isWell) lot.failed += 1
    },
    isIll(): boolean {
      if (failedInARow === 0) return false
      if (failedInARow >= breakerRules.inARow) return true
      let all = 0
      let failed = 0
      for (const lot of lots) {
        if (now() - lot.from >= breakerRules.withinMs) continue
        all += lot.all
        failed += lot.failed
      }
      return all >= breakerRules.ofAtLeast && failed / all >= breakerRules.share
    },
    forget(): void {
      lots = []
      failedInARow = 0
    },
  }
}
